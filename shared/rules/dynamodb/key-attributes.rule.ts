import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { attributeTypes, keysOf } from './keys.ts';

const legalTypes = new Set(['S', 'N', 'B']);

const table = (properties: object) => design(node('dynamodb-table', 'scores', { ...properties }));

export const dynamodbKeyAttributes = defineRule({
  meta: {
    id: 'dynamodb/key-attributes',
    severity: 'error',
    messages: {
      noName: '{node}: the {role} key of {where} has no name.',
      badType: '{node}: the key "{attribute}" of {where} has the type {type}; keys are S, N or B.',
      twoTypes:
        '{node}: the key attribute "{attribute}" has the types {types}; it can have only one.',
      same: '{node}: "{attribute}" is both partition key and sort key of {where}; take two attributes.',
    },
    explain:
      'The primary key is fixed when the table is created: a partition key, and a sort key if wanted. Only key attributes are declared, and they are texts (S), numbers (N) or bytes (B); all others are free for each item and may be lists, maps or sets. Another key later means a new table.',
    docs: {
      title: 'Core components of Amazon DynamoDB',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html',
    },
    overlaps: ['E3039'],
  },
  on: nodes('dynamodb-table'),
  check(subject, graph, report) {
    const node = named(subject);
    const all = keysOf(graph, subject);
    for (const { where, kind, partition, sort } of all) {
      for (const [role, key] of [
        ['partition', partition],
        ['sort', sort],
      ] as const) {
        if (!key) continue;
        const property =
          kind === 'table'
            ? `${role}Key`
            : kind === 'global'
              ? 'globalSecondaryIndexes'
              : 'localSecondaryIndexes';
        const fixes =
          kind === 'table' && role === 'partition'
            ? [
                {
                  title: `Make it the text "${key.name ?? 'id'}"`,
                  edit: setProperty(subject.id, property, { name: key.name ?? 'id', type: 'S' }),
                },
              ]
            : [];
        if (key.name === undefined)
          report({ message: 'noName', property, data: { node, role, where }, fixes });
        else if (!legalTypes.has(key.type))
          report({
            message: 'badType',
            property,
            data: { node, attribute: key.name, where, type: key.type },
            fixes,
          });
      }
      if (partition?.name !== undefined && partition.name === sort?.name)
        report({
          message: 'same',
          property: kind === 'table' ? 'sortKey' : 'globalSecondaryIndexes',
          data: { node, attribute: partition.name, where },
        });
    }
    for (const [attribute, types] of attributeTypes(all))
      if (types.size > 1 && [...types].every((type) => legalTypes.has(type)))
        report({ message: 'twoTypes', data: { node, attribute, types: listOf([...types]) } });
  },
  examples: {
    good: [
      {
        title: 'a user and a game',
        design: table({
          partitionKey: { name: 'User_ID', type: 'S' },
          sortKey: { name: 'Game_ID', type: 'S' },
          globalSecondaryIndexes: [
            { name: 'byGame', partitionKey: { name: 'Game_ID', type: 'S' } },
          ],
          localSecondaryIndexes: [{ name: 'byScore', sortKey: { name: 'Score', type: 'N' } }],
        }),
      },
      {
        title: 'a type from a parameter',
        design: table({ partitionKey: { name: 'id', type: { Ref: 'KeyType' } } }),
      },
      { title: 'the proposed key', design: table({}) },
    ],
    bad: [
      {
        title: 'a set of texts as the key',
        design: table({ partitionKey: { name: 'tags', type: 'SS' } }),
        expect: ['badType'],
      },
      { title: 'no name', design: table({ partitionKey: { type: 'S' } }), expect: ['noName'] },
      {
        title: 'an index without a key',
        design: table({ globalSecondaryIndexes: [{ name: 'byGame' }] }),
        expect: ['noName'],
      },
      {
        title: 'one attribute with two types',
        design: table({
          partitionKey: { name: 'id', type: 'S' },
          globalSecondaryIndexes: [{ name: 'byId', partitionKey: { name: 'id', type: 'N' } }],
        }),
        expect: ['twoTypes'],
      },
      {
        title: 'the same attribute twice',
        design: table({
          partitionKey: { name: 'id', type: 'S' },
          sortKey: { name: 'id', type: 'S' },
        }),
        expect: ['same'],
      },
    ],
  },
});
