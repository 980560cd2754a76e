import type { ConnectionDefinition } from '../catalog/connection.ts';
import { type Instead, insteadOf, shortestInstead } from '../catalog/pair-answer.ts';
import type { Refusal } from '../catalog/refusal.ts';
import type { Graph, Node } from '../graph/graph.ts';
import type { Edit } from '../model/edits/index.ts';
import { absolutePosition } from '../model/tree.ts';
import { catalogFacts } from '../rules/catalog.ts';
import { insertNodes } from '../rules/model/bridge.ts';
import { listOf } from '../rules/text.ts';
import type { Pair } from './pair.ts';
import { replacementFor } from './replacement.ts';
import { withSettings } from './settings.ts';
import { evenly, spread } from './spread.ts';
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
  /** For each of the kinds, whether a node of it is there already. */
  readonly isThere: readonly boolean[];
  /** `replaces` ends elsewhere; `apart` is another arrangement altogether. */
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
  instead: Instead,
  alternative: string | undefined,
): Detour => {
  const { kinds, hops, shape } = instead;
  const base = { kinds, steps: hops, shape, alternative };
  if (shape !== 'between') return { ...base, ...replacementFor(graph, source, target, instead) };
  const between = kinds.slice(1, -1);
  const types = hops.map(({ id }) => id);
  return {
    ...base,
    isThere: kinds.map((_, at) => at === 0 || at === kinds.length - 1),
    title: titleFor(between),
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
    return spread(
      settled,
      evenly(added),
      absolutePosition(settled, source.id),
      absolutePosition(settled, target.id),
    );
  });
