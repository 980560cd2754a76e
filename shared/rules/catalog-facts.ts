import type { ConnectionDefinition } from '../catalog/connection.ts';
import type { Instead } from '../catalog/pair-answer.ts';
import type { PropertyTable } from '../catalog/property.ts';
import type { Refusal } from '../catalog/refusal.ts';
import type { ServiceDefinition } from '../catalog/service.ts';
import type { KindFacts } from '../graph/graph.ts';
import { isNode } from '../graph/property-values.ts';
import type { IsReference } from '../model/edits/index.ts';

/** What rules ask of a kind. */
export type KindEntry = Pick<
  ServiceDefinition,
  'kind' | 'title' | 'category' | 'placement' | 'properties'
>;

/** What rules ask of a connection type. */
export type ConnectionEntry = Pick<
  ConnectionDefinition,
  'id' | 'from' | 'to' | 'label' | 'mechanism' | 'delivery' | 'properties'
>;

/** The catalog as rules see it; tests give another one. */
export interface CatalogFacts extends KindFacts {
  /** All kinds, in the order of the palette. */
  readonly kinds: readonly KindEntry[];
  kind(kind: string): KindEntry | undefined;
  connectionType(type: string): ConnectionEntry | undefined;
  /** The ways to connect two kinds in this direction, the usual one first. */
  between(from: string, to: string): readonly ConnectionEntry[];
  /** What speaks against connecting two kinds, and what works instead. */
  refusals(from: string, to: string): readonly Refusal[];
  /** What works instead of a connection of two kinds that there is not; undefined where nothing does. */
  instead(from: string, to: string): Instead | undefined;
  /** Properties of a kind or a connection type, common ones included. */
  properties(kindOrType: string): PropertyTable | undefined;
}

/** What the catalog calls the kind ("SQS queue"); the kind itself when it is unknown. */
export const titleOf = (catalog: CatalogFacts, kind: string): string =>
  catalog.kind(kind)?.title ?? kind;

/** True for a property that holds the id of a node or connection. */
export const isReference =
  (catalog: CatalogFacts): IsReference =>
  (owner, property) => {
    const table = catalog.properties(isNode(owner) ? owner.kind : owner.type);
    const type = table && Object.hasOwn(table, property) ? table[property]?.type : undefined;
    return type === 'node-ref' || type === 'connection-ref';
  };
