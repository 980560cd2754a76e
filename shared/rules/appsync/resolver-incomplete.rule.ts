import { readSchema } from '../../catalog/appsync/read-schema.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const mostSteps = 10;

const orders = (schema: unknown, fieldName = 'getOrder') =>
  design(
    node('appsync-api', 'api', { name: 'api', public: true, schema: schema as string }),
    node('dynamodb-table', 'orders'),
    connection('appsync-api--dynamodb-table', 'api', 'orders', { fieldName }),
  );

export const appsyncResolverIncomplete = defineRule({
  meta: {
    id: 'appsync/resolver-incomplete',
    severity: 'error',
    messages: {
      unreadable: '{node}: the schema cannot be read ({problem}); mend it.',
      noQuery: '{node}: the schema has no Query type, which GraphQL asks for; add one.',
      noField:
        '{node}: the schema has no field {field}, which an arrow resolves; add it, or name another.',
      tooManySteps: '{node}: {field} has {count} steps; a pipeline has {mostSteps} at most.',
      unresolved: {
        text: '{node}: nothing gives a value to {fields}; draw an arrow from the API to a data source for each.',
        severity: 'warning',
      },
    },
    explain:
      'A field of a GraphQL schema gets its value from a resolver. A resolver for a field that the schema lacks is refused when it is deployed, and a field of Query or Mutation without a resolver is always null. Several resolvers for one field are a pipeline, which runs up to ten steps one after the other.',
    docs: {
      title: 'Resolver tutorials and mapping templates in AWS AppSync',
      url: 'https://docs.aws.amazon.com/appsync/latest/devguide/resolver-components.html',
    },
  },
  on: nodes('appsync-api'),
  check(api, graph, report) {
    const links = graph.outgoing(api, { mechanism: 'data-source' });
    const resolved = new Map<string, Connection[]>();
    for (const link of links) {
      if (!link.type.startsWith('appsync-api--')) continue;
      const type = graph.text(link, 'typeName');
      const field = graph.text(link, 'fieldName');
      if (type === undefined || field === undefined) continue;
      const key = `${type}.${field}`;
      resolved.set(key, [...(resolved.get(key) ?? []), link]);
    }
    for (const [field, { length: count }] of resolved)
      if (count > mostSteps)
        report({ message: 'tooManySteps', data: { node: named(api), field, count, mostSteps } });
    const text = graph.text(api, 'schema');
    if (text === undefined || text.trim() === '') return;
    const schema = readSchema(text);
    if (schema.kind === 'unreadable') {
      report({
        message: 'unreadable',
        property: 'schema',
        data: { node: named(api), problem: schema.problem },
      });
      return;
    }
    if (!schema.types.has(schema.query))
      report({ message: 'noQuery', property: 'schema', data: { node: named(api) } });
    for (const [field, [first]] of resolved) {
      const [type = '', fieldName = ''] = field.split('.');
      if (schema.types.get(type)?.has(fieldName) !== true)
        report({
          message: 'noField',
          at: first,
          property: 'fieldName',
          data: { node: named(api), field },
        });
    }
    const missing = [schema.query, schema.mutation].flatMap((type) =>
      [...(schema.types.get(type) ?? [])]
        .map((field) => `${type}.${field}`)
        .filter((field) => !resolved.has(field)),
    );
    if (missing.length > 0)
      report({
        message: 'unresolved',
        property: 'schema',
        data: { node: named(api), fields: listOf(missing) },
      });
  },
  examples: {
    good: [
      {
        title: 'a field and its table',
        design: orders('type Query { getOrder(id: ID!): String }'),
      },
      { title: 'no schema yet', design: orders('') },
      { title: 'a schema from a parameter', design: orders({ Ref: 'Schema' }) },
    ],
    bad: [
      {
        title: 'a brace that is not closed',
        design: orders('type Query {'),
        expect: ['unreadable'],
      },
      {
        title: 'no Query',
        design: design(
          node('appsync-api', 'api', {
            name: 'api',
            public: true,
            schema: 'type Order { id: ID! }',
          }),
        ),
        expect: ['noQuery'],
      },
      {
        title: 'a misspelt field, and so one without a resolver',
        design: orders('type Query { getOrder(id: ID!): String }', 'getOrdr'),
        expect: ['noField', 'unresolved'],
      },
      {
        title: 'a pipeline of eleven steps',
        design: design(
          node('appsync-api', 'api', { name: 'api', public: true }),
          node('dynamodb-table', 'orders'),
          ...Array.from({ length: 11 }, () =>
            connection('appsync-api--dynamodb-table', 'api', 'orders', { fieldName: 'getOrder' }),
          ),
        ),
        expect: ['tooManySteps'],
      },
    ],
  },
});
