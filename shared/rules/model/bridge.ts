import { isUsualBetween } from '../../catalog/flow.ts';
import type { Graph } from '../../graph/graph.ts';
import { connect, deleteItems, type Edit, sequence } from '../../model/edits/index.ts';
import type { NodeId } from '../../model/ids.ts';
import { type CatalogFacts, isReference, titleOf } from '../catalog-facts.ts';
import { addBeside, nearestContainer, startingProperties, whileThere } from '../fixes.ts';
import type { Link } from '../on.ts';
import type { Fix } from '../rule.ts';
import { listOf, withArticle } from '../text.ts';

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
const insertBetween = (
  graph: Graph,
  catalog: CatalogFacts,
  link: Link,
  kinds: readonly string[],
  types?: readonly string[],
): Edit | undefined => {
  const { id } = link.connection;
  const inserted = insertNodes(graph, catalog, link, kinds, types);
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

/** What works in place of a connection: the kinds to put between its two ends, and how people read that. */
export interface Bridge {
  readonly kinds: readonly string[];
  /** The connection types from the one end over the kinds to the other. */
  readonly types: readonly string[];
  /** Somebody chose it for this pair, or it is over kinds that are made to pass things on: it may be built unasked. */
  readonly isPlain: boolean;
  /** `a Lambda function`, `an EventBridge event bus and an EventBridge rule`. */
  readonly words: string;
}

/** What can stand between two kinds; undefined when nothing can, or only another arrangement works. */
export const bridgeBetween = (
  catalog: CatalogFacts,
  from: string,
  to: string,
): Bridge | undefined => {
  const instead = catalog.instead(from, to);
  if (instead?.shape !== 'between') return undefined;
  const kinds = instead.kinds.slice(1, -1);
  const types = instead.hops.map(({ id }) => id);
  return {
    kinds,
    types,
    isPlain: instead.isChosen || kinds.every(isUsualBetween),
    words: listOf(kinds.map((kind) => withArticle(titleOf(catalog, kind)))),
  };
};

/** Offers to insert nodes of the kinds, connected in the usual way or by the types, if that can be done. */
export const insertFix = (
  graph: Graph,
  catalog: CatalogFacts,
  link: Link,
  kinds: readonly string[],
  types?: readonly string[],
): readonly Fix[] => {
  const edit = kinds.length === 0 ? undefined : insertBetween(graph, catalog, link, kinds, types);
  const titles = listOf(kinds.map((kind) => titleOf(catalog, kind)));
  return edit ? [{ title: `Insert ${titles} between`, edit }] : [];
};

/** Offers to build the bridge, if there is one, nobody has to think twice about it, and it can be done. */
export const bridgeFix = (
  graph: Graph,
  catalog: CatalogFacts,
  link: Link,
  bridge: Bridge | undefined,
): readonly Fix[] =>
  bridge?.isPlain === true ? insertFix(graph, catalog, link, bridge.kinds, bridge.types) : [];
