import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const reading = (access: Parameters<typeof node>[2], cache: Parameters<typeof node>[2] = {}) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'data'), node('lambda', 'reader'), node('dax-cluster', 'cache', cache)),
    ),
    node('dynamodb-table', 'items'),
    connection('lambda--dax-cluster', 'reader', 'cache', access),
    connection('dax-cluster--dynamodb-table', 'cache', 'items'),
  );

export const daxConsistency = defineRule({
  meta: {
    id: 'dax/consistency',
    severity: 'info',
    messages: {
      consistent:
        '{client} asks {cache} for strongly consistent reads, which DAX only passes on to the table; read eventually consistent, or ask the table itself.',
      writes:
        '{client} mostly writes, and a write through {cache} costs more than one to the table itself; connect it to the table.',
      brief:
        '{cache} forgets items after {ttl} ms, so that hardly a read finds them; a longer itemTtl makes it worth its price.',
    },
    explain:
      'DAX answers eventually consistent reads from memory within microseconds; entries live five minutes unless you say otherwise. Strongly consistent and transactional reads pass through to the table, and writing alone only adds a stop on the way.',
    docs: {
      title: 'DAX and DynamoDB consistency models',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.consistency.html',
    },
  },
  on: connections({ to: 'dax-cluster', mechanism: 'iam-data-access' }),
  check({ connection: access, source, target }, graph, report) {
    const data = { client: named(source), cache: named(target) };
    if (graph.boolean(access, 'consistentRead') === true)
      report({
        message: 'consistent',
        property: 'consistentRead',
        data,
        fixes: [
          {
            title: 'Read eventually consistent',
            edit: setProperty(access.id, 'consistentRead', false),
          },
        ],
      });
    if (graph.boolean(access, 'writeHeavy') === true)
      report({ message: 'writes', property: 'writeHeavy', data });
    const ttl = graph.number(target, 'itemTtl');
    // 0 stands for no end.
    if (ttl !== undefined && ttl > 0 && ttl < 1000)
      report({
        message: 'brief',
        at: target,
        property: 'itemTtl',
        data: { cache: data.cache, ttl },
        fixes: [{ title: 'Keep items five minutes', edit: unsetProperty(target.id, 'itemTtl') }],
      });
  },
  examples: {
    good: [
      { title: 'eventually consistent reads', design: reading({}) },
      { title: 'a time by a parameter', design: reading({}, { itemTtl: { Ref: 'Ttl' } }) },
    ],
    bad: [
      {
        title: 'strongly consistent reads',
        design: reading({ consistentRead: true }),
        expect: ['consistent'],
      },
      { title: 'mostly writes', design: reading({ writeHeavy: true }), expect: ['writes'] },
      { title: 'half a second', design: reading({}, { itemTtl: 500 }), expect: ['brief'] },
    ],
  },
});
