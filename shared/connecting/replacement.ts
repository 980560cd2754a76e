import { connectionOf, serviceOf } from '../catalog/catalog.ts';
import type { ConnectionDefinition } from '../catalog/connection.ts';
import { cardSize } from '../catalog/node-size.ts';
import type { Instead } from '../catalog/pair-answer.ts';
import type { Graph, Node } from '../graph/graph.ts';
import type { Json } from '../lib/json.ts';
import type { Design, Position } from '../model/design.ts';
import { addNode, connect, type Edit } from '../model/edits/index.ts';
import type { NodeId } from '../model/ids.ts';
import { freshNodeId } from '../model/new-design.ts';
import { absolutePosition, ancestorsOf, findNode } from '../model/tree.ts';
import { catalogFacts } from '../rules/catalog.ts';
import { nearestPlace, startingProperties, whileThere } from '../rules/fixes.ts';
import { listOf } from '../rules/text.ts';
import { withSettings } from './settings.ts';
import { spread } from './spread.ts';
import { present, type Stop, stopsOf } from './stops.ts';
import { quoted, titleOf } from './words.ts';

/*
 * The way that works and does not lead to the node that was pointed at, or is another arrangement altogether. What
 * was drawn and stands on it is used; the rest is made.
 */

/** What a new node cannot do without, and how the button says that it comes along. */
const companions: Readonly<Record<string, { readonly type: string; readonly words: string }>> = {
  cloudfront: { type: 'cloudfront--s3-bucket', words: 'an S3 bucket as its origin' },
  'rest-api': { type: 'rest-api--lambda', words: 'a Lambda function behind it' },
  'websocket-api': { type: 'websocket-api--lambda', words: 'a Lambda function behind it' },
  firehose: { type: 'firehose--s3-bucket', words: 'an S3 bucket as its destination' },
  'rds-proxy': { type: 'rds-proxy--secret', words: 'a secret for the proxy' },
};

/** What comes along with the new stop at a place of the way; undefined when the way itself leads on as it needs. */
const companionAt = (
  stops: readonly Stop[],
  steps: readonly ConnectionDefinition[],
  at: number,
): { readonly row: ConnectionDefinition; readonly words: string } | undefined => {
  const stop = stops[at];
  const entry = stop?.kind === 'new' ? companions[stop.service] : undefined;
  const row = entry && connectionOf(entry.type);
  return row && row.mechanism !== steps[at]?.mechanism ? { row, words: entry.words } : undefined;
};

/** What building it means. */
export interface Replacement {
  /** What it is called: `Add VPC endpoint and connect it to "Orders"`. */
  readonly title: string;
  /** For each kind on the path, whether a node of it is there already. */
  readonly isThere: readonly boolean[];
  /** Undefined where the tables have no row for a step, or a node needs what only the person knows. */
  readonly edit: Edit | undefined;
}

/** The name that nobody has yet: `SQS queue`, `SQS queue 2`. */
const freeName = (design: Design, title: string): string => {
  const taken = new Set(design.nodes.map(({ name }) => name));
  let name = title;
  for (let count = 2; taken.has(name); count += 1) name = `${title} ${count}`;
  return name;
};

/** A new node with a name and an id that nobody has, in the corner of what holds it. */
const added = (
  design: Design,
  kind: string,
  parent: NodeId | undefined,
  properties: Readonly<Record<string, Json>>,
): readonly [Design, NodeId] => {
  const name = freeName(design, titleOf(kind));
  const id = freshNodeId(design, name);
  const named = startingProperties(catalogFacts, kind, name);
  const node = {
    id,
    kind,
    name,
    position: { x: 0, y: 0 },
    properties: { ...properties, ...named },
  };
  return [addNode(parent === undefined ? node : { ...node, parent })(design), id];
};

const linked = (
  design: Design,
  { id: type }: ConnectionDefinition,
  from: NodeId,
  to: NodeId,
): Design => {
  const target = findNode(design, to);
  const properties = startingProperties(catalogFacts, type, target?.name ?? '') ?? {};
  return connect({ type, from, to, properties })(design);
};

/** Makes the stops and the lines between them, in free places between two points of the canvas. */
const build =
  (
    stops: readonly Stop[],
    steps: readonly ConnectionDefinition[],
    drawn: readonly [NodeId, NodeId],
  ): Edit =>
  (design) => {
    let next = design;
    const ids = stops.map((stop) => {
      if (stop.kind === 'there') return stop.node.id;
      const [after, id] = added(next, stop.service, stop.parent, stop.properties);
      next = after;
      return id;
    });
    for (const [at, row] of steps.entries()) {
      const [from, to] = [ids[at], ids[at + 1]];
      if (from === undefined || to === undefined) continue;
      // What stands in a container needs no line to it.
      const isInside = row.gesture === 'both' && findNode(next, from)?.parent === to;
      const isThere = design.connections.some(
        (each) => each.type === row.id && each.from === from && each.to === to,
      );
      if (!isInside && !isThere) next = linked(next, row, from, to);
    }
    const cards = ids.flatMap((id, at) =>
      stops[at]?.kind === 'new' ? [{ id, share: at / Math.max(1, stops.length - 1) }] : [],
    );
    next = spread(next, cards, ...endsOf(next, ids, stops, drawn));
    for (const [at, id] of ids.entries()) {
      const companion = companionAt(stops, steps, at);
      const entry = companion && catalogFacts.kind(companion.row.to);
      const places = [findNode(next, id) ?? [], ancestorsOf(next, id)].flat();
      const parent = entry ? nearestPlace(places, entry) : 'none';
      if (!companion || parent === 'none') continue;
      const [after, other] = added(next, companion.row.to, parent, {});
      const { x, y } = absolutePosition(after, id);
      const beside = { x: x + cardSize.width + 96, y };
      next = spread(
        linked(after, companion.row, id, other),
        [{ id: other, share: 0 }],
        beside,
        beside,
      );
    }
    return next === design ? design : withSettings(design, next);
  };

/** Between which points of the canvas the stops lie: at its ends that are there, else at what was drawn. */
const endsOf = (
  design: Design,
  ids: readonly NodeId[],
  stops: readonly Stop[],
  [source, target]: readonly [NodeId, NodeId],
): readonly [Position, Position] => {
  const first = stops[0]?.kind === 'there' ? ids[0] : undefined;
  const last = stops.at(-1)?.kind === 'there' ? ids.at(-1) : undefined;
  // Of what was drawn, the one that the other end is not: a new stop takes its place.
  const start = first ?? (last === source ? target : source);
  const end = last ?? (first === target ? source : target);
  return [absolutePosition(design, start), absolutePosition(design, end)];
};

const titleFor = (stops: readonly Stop[], steps: readonly ConnectionDefinition[]): string => {
  const along = stops.flatMap((_, at) => companionAt(stops, steps, at)?.words ?? []);
  const title = mainTitle(stops, steps);
  return along.length === 0 ? title : `${title}, with ${listOf(along)}`;
};

const mainTitle = (stops: readonly Stop[], steps: readonly ConnectionDefinition[]): string => {
  const news = stops.flatMap((stop) => (stop.kind === 'new' ? [titleOf(stop.service)] : []));
  const name = (stop: Stop | undefined): string | undefined =>
    stop?.kind === 'there' ? quoted(stop.node.name) : undefined;
  const [first, last] = [name(stops[0]), name(stops.at(-1))];
  if (news.length === 0)
    return `Connect ${listOf(
      stops.flatMap((stop) => name(stop) ?? []),
      'to',
    )}`;
  const what = `Add ${listOf(news)}`;
  const them = news.length === 1 ? 'it' : 'them';
  if (first !== undefined && last !== undefined) return `${what} between ${first} and ${last}`;
  if (first !== undefined) return `${what} and connect ${first} to ${them}`;
  if (last === undefined) return what;
  const isPutIn = steps.length === 1 && steps[0]?.gesture === 'both';
  return isPutIn ? `${what} in ${last}` : `${what} and connect ${them} to ${last}`;
};

/** How such a way is built for two nodes. */
export const replacementFor = (
  graph: Graph,
  source: Node,
  target: Node,
  { kinds, hops: steps, shape }: Instead,
): Replacement => {
  const found = present(graph, source, target, kinds, shape);
  const nothing = { title: '', isThere: found.map((node) => node !== undefined), edit: undefined };
  // A preview leads to a preview: only who chose one has one.
  const mayPreview = [source, target].some(({ kind }) => serviceOf(kind)?.preview === true);
  const canDraw = ({ id, gesture, preview }: ConnectionDefinition): boolean =>
    gesture !== 'nesting' &&
    (preview !== true || mayPreview) &&
    startingProperties(catalogFacts, id, '') !== undefined;
  if (!steps.every(canDraw)) return nothing;
  const stops = stopsOf(graph, [source, target], kinds, found);
  if (!stops) return nothing;
  const isThere = stops.map((stop) => stop.kind === 'there');
  const there = stops.flatMap((stop) => (stop.kind === 'there' ? [stop.node.id] : []));
  const isDone = steps.every((step, at) => {
    const [from, to] = [stops[at], stops[at + 1]];
    return (
      from?.kind === 'there' &&
      to?.kind === 'there' &&
      graph.outgoing(from.node, { type: step.id }).some(({ to: end }) => end === to.node.id)
    );
  });
  if (isDone) return { ...nothing, isThere };
  return {
    title: titleFor(stops, steps),
    isThere,
    edit: whileThere(there, build(stops, steps, [source.id, target.id])),
  };
};
