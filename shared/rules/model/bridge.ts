import { carriesFlow } from '../../catalog/flow.ts';
import type { Graph } from '../../graph/graph.ts';
import { connect, deleteItems, type Edit, sequence } from '../../model/edits/index.ts';
import type { NodeId } from '../../model/ids.ts';
import { type CatalogFacts, isReference, type KindEntry, titleOf } from '../catalog-facts.ts';
import { addBeside, nearestContainer, startingProperties, whileThere } from '../fixes.ts';
import type { Link } from '../on.ts';
import type { Fix } from '../rule.ts';
import { listOf } from '../text.ts';

/** Kinds that people put between two others to pass on what flows, the usual ones first. */
const bridges = [
  'lambda',
  'event-rule',
  'sqs-queue',
  'sns-topic',
  'http-api',
  'rest-api',
  'state-machine',
  'pipe',
  'kinesis-stream',
  'firehose',
  'rds-proxy',
];

/** True when something flows from one kind to the other at run time. */
const flows = (catalog: CatalogFacts, from: string, to: string): boolean =>
  catalog.between(from, to).some(carriesFlow);

/** A kind that can stand between two others and pass on what flows. */
export const bridgeBetween = (
  catalog: CatalogFacts,
  from: string,
  to: string,
): KindEntry | undefined => {
  const kind = bridges.find((bridge) => flows(catalog, from, bridge) && flows(catalog, bridge, to));
  return kind === undefined ? undefined : catalog.kind(kind);
};

/** Two nodes that something is to stand between. */
export type Ends = Pick<Link, 'source' | 'target'>;

/**
 * Puts nodes of the kinds between two others, each connected to the next: in the usual way, or by the given types.
 * Undefined when two neighbours cannot be connected or one of them needs what only the user knows.
 */
export const insertNodes = (
  graph: Graph,
  catalog: CatalogFacts,
  { source, target }: Ends,
  kinds: readonly string[],
  given?: readonly string[],
): Edit | undefined => {
  const entries = kinds.flatMap((kind) => catalog.kind(kind) ?? []);
  const line = [source.kind, ...kinds, target.kind];
  const types =
    given ??
    line.slice(1).flatMap((kind, at) => catalog.between(line[at] ?? '', kind)[0]?.id ?? []);
  if (entries.length < kinds.length || types.length < kinds.length + 1) return undefined;
  const settings = types.map((type) => startingProperties(catalog, type, target.name));
  if (settings.includes(undefined)) return undefined;

  const link = (at: number, from: NodeId, to: NodeId): Edit =>
    connect({ type: types[at] ?? '', from, to, properties: settings[at] ?? {} });
  const build = (at: number, from: NodeId): Edit | undefined => {
    const entry = entries[at];
    if (!entry) return link(at, from, target.id);
    const parent = nearestContainer(graph, source, entry);
    const properties = startingProperties(catalog, entry.kind, entry.title);
    if (parent === 'none' || !properties) return undefined;
    // Whether the rest can be built does not depend on the new node's id.
    if (!build(at + 1, from)) return undefined;
    return addBeside(from, { kind: entry.kind, name: entry.title, properties, parent }, (id) => [
      link(at, from, id),
      build(at + 1, id) ?? ((design) => design),
    ]);
  };
  const inserted = build(0, source.id);
  return inserted && whileThere([source.id, target.id], inserted);
};

/** Puts nodes of the kinds between the ends of a connection, in its place. */
export const insertBetween = (
  graph: Graph,
  catalog: CatalogFacts,
  link: Link,
  kinds: readonly string[],
): Edit | undefined => {
  const { id } = link.connection;
  const inserted = insertNodes(graph, catalog, link, kinds);
  return (
    inserted &&
    whileThere([id], sequence(inserted, deleteItems([id], { isReference: isReference(catalog) })))
  );
};

/** True when the catalog has the connection's type for the kinds of its ends. */
export const isLegal = (catalog: CatalogFacts, { connection, source, target }: Link): boolean => {
  const entry = catalog.connectionType(connection.type);
  return entry?.from === source.kind && entry.to === target.kind;
};

/** The kinds between two ends on the path that the catalog names for the pair, if it starts and ends there. */
export const pathBetween = (
  catalog: CatalogFacts,
  from: string,
  to: string,
): readonly string[] | undefined => {
  const refusal = catalog.refusals(from, to).find(({ path }) => path === undefined);
  if (!refusal || refusal.instead.length === 0) return undefined;
  return refusal.instead.at(-1) === to ? refusal.instead.slice(0, -1) : refusal.instead;
};

/** Offers to insert nodes of the kinds, if that can be done. */
export const insertFix = (
  graph: Graph,
  catalog: CatalogFacts,
  link: Link,
  kinds: readonly string[],
): readonly Fix[] => {
  const edit = kinds.length === 0 ? undefined : insertBetween(graph, catalog, link, kinds);
  const titles = listOf(kinds.map((kind) => titleOf(catalog, kind)));
  return edit ? [{ title: `Insert ${titles} between`, edit }] : [];
};
