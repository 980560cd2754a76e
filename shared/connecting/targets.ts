import { serviceOf, services } from '../catalog/catalog.ts';
import type { ServiceDefinition } from '../catalog/service.ts';
import { type PairWay, pairOf } from './pair.ts';

/** A kind that a new node could have, and what connecting it would mean. */
export interface NewTarget {
  readonly service: ServiceDefinition;
  /** The usual connection first. */
  readonly ways: readonly PairWay[];
}

/**
 * The kinds that a line from a node of the kind (or to it, with `isIncoming`) could lead to, where a new node has no
 * reason against it yet. Those with a way in the direction of the line first, each in the order of the palette.
 */
export const newTargets = (kind: string, isIncoming = false): readonly NewTarget[] => {
  const targets = services.flatMap((service): readonly NewTarget[] => {
    // A preview leads to a preview: only who chose one has one.
    if (service.preview === true && serviceOf(kind)?.preview !== true) return [];
    if (service.placement.isContainer === true) return [];
    const pair = isIncoming ? pairOf(service.kind, kind) : pairOf(kind, service.kind);
    return pair.ways.length === 0 ? [] : [{ service, ways: pair.ways }];
  });
  const isForward = ({ ways }: NewTarget): boolean => ways[0]?.isReversed === false;
  const carries = ({ ways }: NewTarget): boolean => ways[0]?.definition.delivery !== 'config';
  // Who draws wants to go on, and actors are where a design starts or ends.
  const isActor = ({ service }: NewTarget): boolean => service.category === 'actor';
  const rank = (target: NewTarget): number =>
    (isForward(target) ? 0 : 4) + (carries(target) ? 0 : 2) + (isActor(target) ? 1 : 0);
  return [...targets].sort((a, b) => rank(a) - rank(b));
};
