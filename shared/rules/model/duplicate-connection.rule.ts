import { sameJson } from '../../lib/json-value.ts';
import { deleteItems } from '../../model/edits/index.ts';
import { isReference } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule } from '../rule.ts';
import { named } from '../text.ts';

const pair = (first: object, second: object) =>
  design(
    node('event-rule', 'orders', { eventPattern: { source: ['orders'] } }),
    node('lambda', 'worker'),
    connection('event-rule--lambda', 'orders', 'worker', { ...first }),
    connection('event-rule--lambda', 'orders', 'worker', { ...second }),
  );

export const modelDuplicateConnection = defineRule({
  meta: {
    id: 'model/duplicate-connection',
    severity: 'warning',
    messages: {
      twice: '{from} and {to} are connected twice in the same way; remove one connection.',
    },
    explain:
      'The second connection adds nothing, or makes a second target or subscription so that each event is handled twice and billed twice. Two connections of one type are fine when their settings differ, for example two routes.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    yieldsTo: ['lambda/one-mapping'],
    overlaps: ['E3037'],
  },
  // By source, so that a hub with a thousand connections is looked at once and not a thousand times.
  on: nodes(),
  check(source, graph, report, { catalog }) {
    const connections = graph.outgoing(source);
    if (connections.length < 2) return;
    const earlier = new Map<string, Connection[]>();
    for (const connection of connections) {
      const key = `${connection.type} ${connection.to}`;
      const others = earlier.get(key);
      if (!others) {
        earlier.set(key, [connection]);
        continue;
      }
      const target = graph.target(connection);
      if (target && others.some((other) => sameJson(other.properties, connection.properties)))
        report({
          message: 'twice',
          at: connection,
          data: { from: named(source), to: named(target) },
          fixes: [
            {
              title: 'Remove the second connection',
              edit: deleteItems([connection.id], { isReference: isReference(catalog) }),
            },
          ],
        });
      others.push(connection);
    }
  },
  examples: {
    good: [
      {
        title: 'two inputs',
        design: pair({ input: { step: 'a' } }, { input: { step: 'b' } }),
      },
      {
        title: 'two parameters',
        design: pair({ input: { Ref: 'First' } }, { input: { Ref: 'Second' } }),
      },
    ],
    bad: [
      {
        title: 'the same settings twice',
        design: pair({ input: { step: 'a' } }, { input: { step: 'a' } }),
        expect: ['twice'],
      },
      { title: 'no settings at all', design: pair({}, {}), expect: ['twice'] },
    ],
  },
});
