import type { ConnectionDefinition } from '../catalog/connection.ts';
import { cardSize, sizeOfNode } from '../catalog/node-size.ts';
import { type Instead, insteadOf, shortestInstead } from '../catalog/pair-answer.ts';
import type { Refusal } from '../catalog/refusal.ts';
import type { Graph, Node } from '../graph/graph.ts';
import { freePlace } from '../lib/free-place.ts';
import type { Design } from '../model/design.ts';
import { type Edit, moveNodes } from '../model/edits/index.ts';
import { absolutePosition, childrenOf } from '../model/tree.ts';
import { catalogFacts } from '../rules/catalog.ts';
import { insertNodes } from '../rules/model/bridge.ts';
import { listOf } from '../rules/text.ts';
import type { Pair } from './pair.ts';
import { withSettings } from './settings.ts';
import { alternativeOf, titleOf } from './words.ts';

/*
 * The way round: what works where no line can be drawn, and how it is built.
 */

/** A path that works in place of a line that does not. */
export interface Detour {
  /** The kinds on the path, from its first to its last. */
  readonly kinds: readonly string[];
  /** What leads from each to the next. */
  readonly steps: readonly ConnectionDefinition[];
  /** `replaces` ends elsewhere; `apart` is another arrangement altogether. Neither is built by itself. */
  readonly shape: 'between' | 'replaces' | 'apart';
  /** What building it is called: `Insert EventBridge rule between`. */
  readonly title: string;
  /** Another way, in words. */
  readonly alternative: string | undefined;
  /** Builds it, as one step; undefined when it needs what only the person knows. */
  readonly edit: Edit | undefined;
}

const detourOf = (
  graph: Graph,
  source: Node,
  target: Node,
  { kinds, hops, shape }: Instead,
  alternative: string | undefined,
): Detour => {
  const between = shape === 'between' ? kinds.slice(1, -1) : [];
  const types = hops.map(({ id }) => id);
  return {
    kinds,
    steps: hops,
    shape,
    title: titleFor(between),
    alternative,
    edit:
      between.length === 0
        ? undefined
        : placed(
            insertNodes(graph, catalogFacts, { source, target }, between, types),
            source,
            target,
          ),
  };
};

/** The path that a refusal names; undefined when the tables lack one of its kinds or hops. */
const named = (graph: Graph, source: Node, target: Node, refusal: Refusal): Detour | undefined => {
  const instead = insteadOf(refusal);
  return instead && detourOf(graph, source, target, instead, alternativeOf(refusal));
};

/** The shortest path of the tables. */
const computed = (graph: Graph, source: Node, target: Node, pair: Pair): Detour | undefined => {
  const instead = shortestInstead(pair.from, pair.to);
  return instead && detourOf(graph, source, target, instead, undefined);
};

const titleFor = (kinds: readonly string[]): string =>
  `Insert ${listOf(kinds.map(titleOf))} between`;

/**
 * What works for two nodes that cannot be connected: the path that the refusal names, or the shortest one of the
 * tables where that can be built and the named one cannot.
 */
export const detourFor = (
  graph: Graph,
  source: Node,
  target: Node,
  pair: Pair,
  refusal: Refusal | undefined,
): Detour | undefined => {
  const own = refusal && named(graph, source, target, refusal);
  if (own && (own.edit || own.shape !== 'between')) return own;
  // What a condition rules out the tables still have: their path would be the very line that was refused.
  const other = computed(graph, source, target, pair);
  if (!other) return own;
  const alternative = refusal && alternativeOf(refusal);
  return other.edit || !own ? { ...other, alternative } : own;
};

/** Spreads what was inserted between the two ends, where there is room. */
const placed = (edit: Edit | undefined, source: Node, target: Node): Edit | undefined =>
  edit &&
  ((design) => {
    const after = edit(design);
    if (after === design) return design;
    const known = new Set<string>(design.nodes.map(({ id }) => id));
    const added = after.nodes.filter(({ id }) => !known.has(id));
    const settled = withSettings(design, after);
    return spread(settled, added, source, target);
  });

const grid = 8;

const spread = (design: Design, added: readonly Node[], source: Node, target: Node): Design => {
  const from = absolutePosition(design, source.id);
  const to = absolutePosition(design, target.id);
  let next = design;
  for (const [at, node] of added.entries()) {
    const share = (at + 1) / (added.length + 1);
    const origin = absolutePosition(next, node.parent);
    const siblings =
      node.parent === undefined
        ? next.nodes.filter(({ parent }) => parent === undefined)
        : childrenOf(next, node.parent);
    const taken = siblings
      .filter(({ id }) => id !== node.id)
      .map((other) => ({ ...other.position, ...sizeOfNode(other) }));
    const wish = {
      x: Math.round((from.x + (to.x - from.x) * share - origin.x) / grid) * grid,
      y: Math.round((from.y + (to.y - from.y) * share - origin.y) / grid) * grid,
    };
    const place = freePlace(cardSize, wish, taken, { gap: 24, step: 2 * grid });
    next = moveNodes([[node.id, place]])(next);
  }
  return next;
};
