import { isJsonObject, type Json } from '../../lib/json.ts';
import {
  array,
  type Code,
  member,
  name,
  object,
  text as string,
} from '../../lib/typescript/syntax.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** A key attribute. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: string;
}

/** A key as the design holds it: `{ "name": "pk", "type": "S" }`. */
export const keyOf = (value: Json | undefined): KeyAttribute | undefined =>
  isJsonObject(value) && typeof value.name === 'string'
    ? { name: value.name, type: typeof value.type === 'string' ? value.type : 'S' }
    : undefined;

/** A secondary index. */
export interface Index {
  readonly name: string;
  readonly partitionKey: KeyAttribute | undefined;
  readonly sortKey: KeyAttribute | undefined;
  readonly projection: string;
  readonly nonKeyAttributes: readonly string[];
}

const indexOf = (value: Json): Index[] =>
  isJsonObject(value) && typeof value.name === 'string'
    ? [
        {
          name: value.name,
          partitionKey: keyOf(value.partitionKey),
          sortKey: keyOf(value.sortKey),
          projection: typeof value.projection === 'string' ? value.projection : 'ALL',
          nonKeyAttributes: Array.isArray(value.nonKeyAttributes)
            ? value.nonKeyAttributes.filter((item) => typeof item === 'string')
            : [],
        },
      ]
    : [];

/** The indexes of a list; what is no index is left out. */
export const indexesOf = (value: Json | undefined): readonly Index[] =>
  Array.isArray(value) ? value.flatMap(indexOf) : [];

/** `KeySchema` */
export const keySchema = (
  partition: KeyAttribute | undefined,
  sort: KeyAttribute | undefined,
): Expression => [
  ...(partition ? [{ AttributeName: partition.name, KeyType: 'HASH' }] : []),
  ...(sort ? [{ AttributeName: sort.name, KeyType: 'RANGE' }] : []),
];

/** A key as the constructs take it. */
export const keyCode = (key: KeyAttribute | undefined): Code | undefined =>
  key &&
  object({
    name: string(key.name),
    type: member(
      name('dynamodb.AttributeType'),
      key.type === 'N' ? 'NUMBER' : key.type === 'B' ? 'BINARY' : 'STRING',
    ),
  });

/** An index as the constructs take it. */
export const indexCode = (index: Index): Code =>
  object({
    indexName: string(index.name),
    partitionKey: keyCode(index.partitionKey),
    sortKey: keyCode(index.sortKey),
    projectionType:
      index.projection === 'ALL'
        ? undefined
        : member(name('dynamodb.ProjectionType'), index.projection),
    nonKeyAttributes:
      index.projection === 'INCLUDE' ? array(index.nonKeyAttributes.map(string)) : undefined,
  });

/** `Projection` */
export const projection = (index: Index): Expression => ({
  ProjectionType: index.projection,
  NonKeyAttributes: index.projection === 'INCLUDE' ? [...index.nonKeyAttributes] : undefined,
});

/** `AttributeDefinitions`: every attribute that some key names, once. */
export const attributeDefinitions = ({ read }: NodeScope): Expression => {
  const keys = new Map<string, string>();
  const global = indexesOf(read('globalSecondaryIndexes'));
  const local = indexesOf(read('localSecondaryIndexes'));
  for (const key of [
    keyOf(read('partitionKey')),
    keyOf(read('sortKey')),
    ...global.flatMap((index) => [index.partitionKey, index.sortKey]),
    ...local.map((index) => index.sortKey),
  ])
    if (key) keys.set(key.name, key.type);
  return [...keys].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
};
