import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { attributeTypes, keysOf } from './keys.ts';

/** A name for the attribute when the one that was chosen cannot do it. */
const proposed = 'expiresAt';

const sessions = (properties: object) =>
  design(
    node('dynamodb-table', 'sessions', {
      partitionKey: { name: 'user', type: 'S' },
      sortKey: { name: 'session', type: 'S' },
      ...properties,
    }),
  );

export const dynamodbTtl = defineRule({
  meta: {
    id: 'dynamodb/ttl',
    severity: 'warning',
    messages: {
      notNumber:
        '{node}: "{attribute}" is a key of the type {type}, so no item would ever expire; the time has to be a number attribute.',
      isKey:
        '{node}: "{attribute}" is a key, so the time at which an item expires could never be changed; take another attribute.',
      notExact:
        '{node}: items vanish within a few days after their time, not at once; for exact times start a function with EventBridge Scheduler.',
    },
    explain:
      'Time to live removes items whose number attribute, a Unix time in seconds, lies in the past. It works in the background, costs nothing and promises no time; AWS speaks of a few days. Readers have to leave out expired items themselves, and for exact times EventBridge Scheduler is better.',
    docs: {
      title: 'Using time to live (TTL) in DynamoDB',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html',
    },
  },
  on: nodes('dynamodb-table'),
  check(table, graph, report) {
    const node = named(table);
    if (graph.boolean(table, 'ttlExact') === true)
      report({ message: 'notExact', property: 'ttlExact', data: { node } });
    const attribute = graph.text(table, 'timeToLiveAttribute');
    if (attribute === undefined) return;
    const declared = attributeTypes(keysOf(graph, table));
    const types = declared.get(attribute);
    if (!types) return;
    const found = {
      property: 'timeToLiveAttribute',
      fixes: declared.has(proposed)
        ? []
        : [
            {
              title: `Use an attribute "${proposed}"`,
              edit: setProperty(table.id, 'timeToLiveAttribute', proposed),
            },
          ],
    };
    if (types.has('N')) report({ message: 'isKey', data: { node, attribute }, ...found });
    else {
      const [type = ''] = types;
      report({ message: 'notNumber', data: { node, attribute, type }, ...found });
    }
  },
  examples: {
    good: [
      { title: 'an attribute of its own', design: sessions({ timeToLiveAttribute: 'expiresAt' }) },
      {
        title: 'a key whose type nobody knows',
        design: sessions({
          sortKey: { name: 'session', type: { Ref: 'KeyType' } },
          timeToLiveAttribute: 'session',
        }),
      },
    ],
    bad: [
      {
        title: 'a text',
        design: sessions({ timeToLiveAttribute: 'session' }),
        expect: ['notNumber'],
      },
      {
        title: 'a number that is a key',
        design: sessions({
          sortKey: { name: 'endsAt', type: 'N' },
          timeToLiveAttribute: 'endsAt',
        }),
        expect: ['isKey'],
      },
      {
        title: 'an exact time',
        design: sessions({ timeToLiveAttribute: 'expiresAt', ttlExact: true }),
        expect: ['notExact'],
      },
    ],
  },
});
