import { isPlainObject } from '../../catalog/json-text.ts';
import { sequence, setProperty } from '../../model/edits/index.ts';
import { design, node, settings } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Json, type Node } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { type Index, indexesOf } from './keys.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const mostLocal = 5;
const mostProjected = 100;

/** Makes local indexes global ones, with the table's own partition key. */
const toGlobal = (
  graph: Graph,
  table: Node,
  moved: readonly Index[],
  kept: readonly Index[],
): readonly Fix[] => {
  const partitionKey = graph.value(table, 'partitionKey');
  const global = graph.list(table, 'globalSecondaryIndexes');
  if (partitionKey === undefined || !global) return [];
  return [
    {
      title: `Make ${moved.length === 1 ? 'it' : 'them'} global`,
      edit: sequence(
        setProperty(table.id, 'globalSecondaryIndexes', [
          ...global,
          ...moved.map((index) => ({ ...index, partitionKey })),
        ]),
        setProperty(table.id, 'localSecondaryIndexes', kept),
      ),
    },
  ];
};

const nameOf = (value: Json | undefined): string | undefined =>
  isPlainObject(value) && typeof value.name === 'string' ? value.name : undefined;

const included = (index: Index): number =>
  index.projection === 'INCLUDE' && Array.isArray(index.nonKeyAttributes)
    ? index.nonKeyAttributes.length
    : 0;

const table = (properties: object) =>
  node('dynamodb-table', 'scores', {
    partitionKey: { name: 'user', type: 'S' },
    sortKey: { name: 'game', type: 'S' },
    ...properties,
  });
const local = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `local-${at}`,
    sortKey: { name: `sort-${at}`, type: 'S' },
  }));
const global = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `global-${at}`,
    partitionKey: { name: `key-${at}`, type: 'S' },
  }));

export const dynamodbIndexLimits = defineRule({
  meta: {
    id: 'dynamodb/index-limits',
    severity: 'error',
    messages: {
      tooManyLocal:
        '{node}: {count} local indexes, five are the most; make the others global ones.',
      noSortKey:
        '{node}: a table without a sort key has no local indexes; give it a sort key or make the indexes global ones.',
      otherKey:
        '{node}: the local index "{index}" has the partition key "{key}", but it shares that of the table; make it a global one.',
      sameName: '{node}: the indexes have the name {names} more than once; each needs its own.',
      tooManyProjected:
        '{node}: the indexes take over {count} attributes besides their keys, 100 are the most; take over all of them, or only the keys.',
      tooManyGlobal: '{node}: {count} global indexes, the account has {limit} for a table.',
      manyGlobal: {
        text: '{node}: {count} global indexes, the default is {limit} for a table (adjustable).',
        severity: 'warning',
      },
    },
    explain:
      'A local index shares the partition key and has to exist from the beginning. A global index has a key and a capacity of its own, can be added later and may lag a little behind. 20 global indexes is a default quota that can be raised, 5 local ones is fixed.',
    docs: {
      title: 'Quotas in Amazon DynamoDB',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
    },
    overlaps: ['E3032'],
  },
  on: nodes('dynamodb-table'),
  check(subject, graph, report, context) {
    const locals = indexesOf(graph, subject, 'localSecondaryIndexes');
    const globals = indexesOf(graph, subject, 'globalSecondaryIndexes');
    if (locals.length + globals.length === 0) return;
    const node = named(subject);
    const ofLocal = { property: 'localSecondaryIndexes' };
    const ofGlobal = { property: 'globalSecondaryIndexes' };

    if (locals.length > 0 && graph.value(subject, 'sortKey') === undefined)
      report({
        message: 'noSortKey',
        data: { node },
        ...ofLocal,
        fixes: toGlobal(graph, subject, locals, []),
      });
    else if (locals.length > mostLocal)
      report({
        message: 'tooManyLocal',
        data: { node, count: locals.length },
        ...ofLocal,
        fixes: toGlobal(graph, subject, locals.slice(mostLocal), locals.slice(0, mostLocal)),
      });
    const partition = nameOf(graph.value(subject, 'partitionKey'));
    for (const index of locals) {
      const key = nameOf(index.partitionKey);
      if (key !== undefined && partition !== undefined && key !== partition)
        report({
          message: 'otherKey',
          data: { node, index: nameOf(index) ?? '', key },
          ...ofLocal,
        });
    }

    const names = [...locals, ...globals].flatMap((index) => nameOf(index) ?? []);
    const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    if (twice.size > 0)
      report({
        message: 'sameName',
        data: { node, names: listOf([...twice].map((name) => `"${name}"`)) },
        ...(globals.length > 0 ? ofGlobal : ofLocal),
      });
    const count = [...locals, ...globals].reduce((sum, index) => sum + included(index), 0);
    if (count > mostProjected) report({ message: 'tooManyProjected', data: { node, count } });

    const limit = context.limit('globalSecondaryIndexes');
    if (globals.length > limit)
      report({
        message: context.isEntered('globalSecondaryIndexes') ? 'tooManyGlobal' : 'manyGlobal',
        data: { node, count: globals.length, limit },
        ...ofGlobal,
      });
  },
  examples: {
    good: [
      {
        title: 'some of both',
        design: design(
          table({ localSecondaryIndexes: local(2), globalSecondaryIndexes: global(3) }),
        ),
      },
      {
        title: 'indexes from a parameter',
        design: design(table({ globalSecondaryIndexes: { Ref: 'Indexes' } })),
      },
    ],
    bad: [
      {
        title: 'six local indexes',
        design: design(table({ localSecondaryIndexes: local(6) })),
        expect: ['tooManyLocal'],
      },
      {
        title: 'a local index without a sort key of the table',
        design: design(
          node('dynamodb-table', 'scores', {
            partitionKey: { name: 'user', type: 'S' },
            localSecondaryIndexes: local(1),
          }),
        ),
        expect: ['noSortKey'],
      },
      {
        title: 'a local index with another partition key',
        design: design(
          table({
            localSecondaryIndexes: [
              {
                name: 'byGame',
                partitionKey: { name: 'game', type: 'S' },
                sortKey: { name: 'score', type: 'N' },
              },
            ],
          }),
        ),
        expect: ['otherKey'],
      },
      {
        title: 'two indexes of one name',
        design: design(table({ globalSecondaryIndexes: [...global(1), ...global(1)] })),
        expect: ['sameName'],
      },
      {
        title: 'very many attributes',
        design: design(
          table({
            globalSecondaryIndexes: global(1).map((index) => ({
              ...index,
              projection: 'INCLUDE',
              nonKeyAttributes: Array.from({ length: 101 }, (_, at) => `a${at}`),
            })),
          }),
        ),
        expect: ['tooManyProjected'],
      },
      {
        title: 'many global indexes',
        design: design(table({ globalSecondaryIndexes: global(21) })),
        expect: ['manyGlobal'],
      },
      {
        title: 'more than the account has',
        design: design(
          settings({ limits: { globalSecondaryIndexes: 25 } }),
          table({ globalSecondaryIndexes: global(26) }),
        ),
        expect: ['tooManyGlobal'],
      },
    ],
  },
});
