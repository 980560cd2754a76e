import type { ConnectionDefinition } from '../catalog/connection.ts';
import { readerOf } from '../catalog/reader.ts';
import type { Refusal, RefusalReader } from '../catalog/refusal.ts';
import type { Graph, Node } from '../graph/graph.ts';
import type { Connection, Design } from '../model/design.ts';
import { withArticle } from '../rules/text.ts';
import { type Detour, detourFor } from './detour.ts';
import { type Pair, type PairWay, pairOf } from './pair.ts';
import { settingsFor } from './settings.ts';
import { alternativeOf, firstSentence, nodeWords, titleOf } from './words.ts';

/*
 * What connecting two nodes of a design means.
 */

/** One connection that could be made between two nodes. */
export interface Way extends PairWay {
  /** The same connection that is there already, when a second one would say nothing new. */
  readonly existing: Connection | undefined;
}

/**
 * - `allowed`: a line does something. With a `why` it is not what people usually mean by it, and `detour` does that.
 * - `exists`: all that a line could say is said already.
 * - `refused`: AWS does not do it, and Isobar knows why.
 * - `none`: nothing is known to lead from one to the other.
 */
export interface Meaning {
  readonly kind: 'allowed' | 'exists' | 'refused' | 'none';
  /**
   * What can be made, the usual one first. Of a refused pair: what can be made nonetheless, such as the other way
   * round, or what a rule will warn of.
   */
  readonly ways: readonly Way[];
  /** Why not, in one sentence; empty for what is simply allowed. */
  readonly why: string;
  /** The same in full, for a student. */
  readonly reason: string;
  /** What works instead. */
  readonly detour: Detour | undefined;
  /** Another way, in words. */
  readonly alternative: string | undefined;
  /** Put one into the other instead of drawing a line. */
  readonly isNesting: boolean;
}

const conditionsOf = (graph: Graph, source: Node, target: Node): RefusalReader => ({
  source: readerOf(graph, source),
  target: readerOf(graph, target),
  get sourceInVpc() {
    return graph.vpc(source) !== undefined;
  },
});

/** The first refusal that holds only now and does so; undefined when none does. */
const holding = (graph: Graph, source: Node, target: Node, pair: Pair): Refusal | undefined => {
  if (pair.conditional.length === 0) return undefined;
  const read = conditionsOf(graph, source, target);
  return pair.conditional.find(({ when }) => when?.(read) === true);
};

/** The connection of the same type and ends from which a new one could not be told. */
const existingOf = (
  design: Design,
  definition: ConnectionDefinition,
  source: Node,
  target: Node,
): Connection | undefined => {
  const same = design.connections.filter(
    ({ type, from, to }) => type === definition.id && from === source.id && to === target.id,
  );
  if (same.length === 0) return undefined;
  const settings = settingsFor(design, definition, source, target);
  // Settings that keep a new one apart differ from those of every other, or there are none.
  const names = Object.keys(settings);
  return names.length === 0
    ? same[0]
    : same.find(({ properties }) =>
        names.every((name) => JSON.stringify(properties[name]) === JSON.stringify(settings[name])),
      );
};

const existsText = (source: Node, target: Node): string =>
  `${nodeWords(source)} and ${nodeWords(target)} are connected in this way already.`;

const nestingText = (pair: Pair): string | undefined =>
  pair.nesting &&
  `${capital(withArticle(titleOf(pair.nesting.inner)))} is put into ${withArticle(titleOf(pair.nesting.outer))}: drag it in.`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a line from one node to another means. */
export const meaningOf = (graph: Graph, design: Design, source: Node, target: Node): Meaning =>
  judge(graph, design, source, target, detourFor);

const judge = (
  graph: Graph,
  design: Design,
  source: Node,
  target: Node,
  lookForDetour: typeof detourFor,
): Meaning => {
  const pair = pairOf(source.kind, target.kind);
  const ways = pair.ways.map((way): Way => {
    const [from, to] = way.isReversed ? [target, source] : [source, target];
    return { ...way, existing: existingOf(design, way.definition, from, to) };
  });
  const isDirect = pair.ways.some(({ isReversed }) => !isReversed);
  const condition = holding(graph, source, target, pair);
  const refusal = condition ?? pair.refusals[0];
  const base = { ways, alternative: refusal && alternativeOf(refusal), isNesting: false };
  const detour = () => lookForDetour(graph, source, target, pair, refusal);

  // The other way round is all that is wrong, or nothing is.
  const isTurn = refusal?.level === 'wrong-direction' && ways.length > 0;
  if (ways.length > 0 && (refusal === undefined || isTurn)) {
    const isNew = ways.some(({ existing }) => existing === undefined);
    const why = isNew ? '' : existsText(source, target);
    const reason = isTurn ? refusal.why : why;
    return { ...base, kind: isNew ? 'allowed' : 'exists', why, reason, detour: undefined };
  }
  if (refusal) {
    const why = firstSentence(refusal.why);
    const text = { why, reason: refusal.why };
    // Legal for another purpose, which the person may mean.
    if (isDirect && condition === undefined)
      return { ...base, ...text, kind: 'allowed', detour: detour() };
    return { ...base, ...text, kind: 'refused', detour: detour() };
  }
  const nesting = nestingText(pair);
  if (nesting !== undefined)
    return {
      ...base,
      kind: 'refused',
      why: nesting,
      reason: nesting,
      detour: undefined,
      isNesting: true,
    };
  const why = `AWS has no integration from ${nodeWords(source)} to ${nodeWords(target)}.`;
  const found = detour();
  const reason = found
    ? why
    : `${why} No chain of services leads from one to the other either, so there is nothing to draw.`;
  return { ...base, kind: 'none', why, reason, detour: found };
};

const noDetour = (): undefined => undefined;

/** Tells for one node after another whether a line from (or, with `isIncoming`, to) the given one does something. */
export const takerTest = (
  graph: Graph,
  design: Design,
  node: Node,
  isIncoming = false,
): ((other: Node) => boolean) => {
  // Most nodes have nothing to do with this one yet, and then the tables alone tell.
  const touched = new Set<string>();
  for (const { from, to } of design.connections) {
    if (from === node.id) touched.add(to);
    if (to === node.id) touched.add(from);
  }
  return (other) => {
    if (other.id === node.id) return false;
    const [source, target] = isIncoming ? [other, node] : [node, other];
    const pair = pairOf(source.kind, target.kind);
    if (pair.ways.length === 0) return false;
    if (touched.has(other.id))
      return judge(graph, design, source, target, noDetour).kind === 'allowed';
    const condition = holding(graph, source, target, pair);
    const refusal = condition ?? pair.refusals[0];
    if (refusal === undefined || refusal.level === 'wrong-direction') return true;
    return condition === undefined && pair.ways.some(({ isReversed }) => !isReversed);
  };
};
