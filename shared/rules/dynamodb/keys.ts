import { isPlainObject } from '../../catalog/json-text.ts';
import { isIntrinsic } from '../../model/value.ts';
import type { Graph, Json, Node } from '../rule.ts';

/** An attribute that a table or an index finds its items by. */
export interface Key {
  /** Undefined when it is missing. */
  readonly name: string | undefined;
  readonly type: string;
}

/** The keys of a table or of one of its indexes; undefined where there is none, or where nobody knows. */
export interface Keys {
  /** `the table`, `the index "byDate"` */
  readonly where: string;
  readonly kind: 'table' | 'global' | 'local';
  readonly partition: Key | undefined;
  readonly sort: Key | undefined;
}

/** An index as the design holds it. */
export type Index = Readonly<Record<string, Json>>;

const keyOf = (value: Json | undefined, isNeeded: boolean): Key | undefined => {
  if (value === undefined || value === null)
    return isNeeded ? { name: undefined, type: 'S' } : undefined;
  if (!isPlainObject(value)) return undefined;
  const { name, type = 'S' } = value;
  if (isIntrinsic(name) || isIntrinsic(type)) return undefined;
  return {
    name: typeof name === 'string' && name !== '' ? name : undefined,
    type: typeof type === 'string' ? type : JSON.stringify(type),
  };
};

/** The indexes of a table that are known. */
export const indexesOf = (
  graph: Graph,
  table: Node,
  property: 'globalSecondaryIndexes' | 'localSecondaryIndexes',
): readonly Index[] => (graph.list(table, property) ?? []).filter(isPlainObject);

const titleOf = ({ name }: Index): string =>
  typeof name === 'string' && name !== '' ? `the index "${name}"` : 'an index';

/** The keys of the table and of all its indexes. */
export const keysOf = (graph: Graph, table: Node): readonly Keys[] => [
  {
    where: 'the table',
    kind: 'table',
    partition: keyOf(graph.value(table, 'partitionKey'), true),
    sort: keyOf(graph.value(table, 'sortKey'), false),
  },
  ...indexesOf(graph, table, 'globalSecondaryIndexes').map(
    (index): Keys => ({
      where: titleOf(index),
      kind: 'global',
      partition: keyOf(index.partitionKey, true),
      sort: keyOf(index.sortKey, false),
    }),
  ),
  ...indexesOf(graph, table, 'localSecondaryIndexes').map(
    (index): Keys => ({
      where: titleOf(index),
      kind: 'local',
      partition: undefined,
      sort: keyOf(index.sortKey, true),
    }),
  ),
];

/** The types of every key attribute that has a name. */
export const attributeTypes = (keys: readonly Keys[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const types = new Map<string, Set<string>>();
  for (const { partition, sort } of keys)
    for (const key of [partition, sort]) {
      if (key?.name === undefined) continue;
      const known = types.get(key.name);
      if (known) known.add(key.type);
      else types.set(key.name, new Set([key.type]));
    }
  return types;
};
