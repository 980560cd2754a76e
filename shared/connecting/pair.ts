import { connectionsBetween, serviceOf } from '../catalog/catalog.ts';
import type { ConnectionDefinition } from '../catalog/connection.ts';
import { answerFor, type PairAnswer } from '../catalog/pair-answer.ts';

/*
 * What the tables say of a line between two kinds, whatever the nodes are. Worked out once for each pair, so that a
 * thousand nodes can be asked while a line is being drawn.
 */

/** One connection that drawing a line can make. */
export interface PairWay {
  readonly definition: ConnectionDefinition;
  /** It starts where the line ends. */
  readonly isReversed: boolean;
}

/** What drawing a line from one kind to another can mean. */
export interface Pair extends PairAnswer {
  /** Connections that a line makes, the usual one first; those the other way round last. */
  readonly ways: readonly PairWay[];
}

const isPreview = (kind: string): boolean => serviceOf(kind)?.preview === true;

/** What is a preview is drawn by those who took a preview kind from the palette, which a setting allows. */
const isLine = ({ gesture, preview, from, to }: ConnectionDefinition): boolean =>
  gesture !== 'nesting' && (preview !== true || isPreview(from) || isPreview(to));

const waysOf = (from: string, to: string): readonly PairWay[] => {
  const direct = connectionsBetween(from, to).filter(isLine);
  // Between two of one kind both directions are the same table.
  const back = from === to ? [] : connectionsBetween(to, from).filter(isLine);
  return [
    ...direct.map((definition) => ({ definition, isReversed: false })),
    ...back
      .filter(({ reversible }) => direct.length === 0 || reversible === true)
      .map((definition) => ({ definition, isReversed: true })),
  ];
};

const known = new Map<string, Pair>();

/** What the tables say of a line from one kind to another; an unknown kind has no ways. */
export const pairOf = (from: string, to: string): Pair => {
  const key = `${from} ${to}`;
  const present = known.get(key);
  if (present) return present;
  const pair: Pair = { ...answerFor(from, to), ways: waysOf(from, to) };
  known.set(key, pair);
  return pair;
};
