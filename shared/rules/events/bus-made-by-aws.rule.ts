import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const withFailures = (bus: Parameters<typeof node>[2]) =>
  design(
    node('event-bus', 'shop', bus),
    node('sqs-queue', 'lost'),
    connection('event-bus--sqs-queue--dead-letter', 'shop', 'lost'),
  );

export const eventsBusMadeByAws = defineRule({
  meta: {
    id: 'events/bus-made-by-aws',
    severity: 'error',
    messages: {
      fixed:
        '{bus} is the default bus, which AWS made: a stack cannot connect it with {target}. Use a bus of your own.',
    },
    explain:
      'Every account has a default bus in each region from the start. A stack can put rules on it, but not change it: its dead-letter queue and its logs are settings of the bus itself, and only a bus that the stack makes can have them.',
    docs: {
      title: 'Creating an Amazon EventBridge event bus',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-event-bus.html',
    },
  },
  on: connections({ from: 'event-bus', mechanism: ['dead-letter', 'logging'] }),
  check({ connection, source: bus, target }, graph, report, { catalog }) {
    if (graph.text(bus, 'busType') === 'default')
      report({
        message: 'fixed',
        data: { bus: named(bus), target: named(target) },
        fixes: [removeConnection(catalog, connection)],
      });
  },
  examples: {
    good: [
      { title: "a bus of one's own", design: withFailures({ name: 'shop' }) },
      { title: 'a bus that nobody knows', design: withFailures({ busType: { Ref: 'Type' } }) },
    ],
    bad: [
      {
        title: 'a dead-letter queue of the default bus',
        design: withFailures({ busType: 'default' }),
        expect: ['fixed'],
      },
      {
        title: 'logs of the default bus',
        design: design(
          node('event-bus', 'shop', { busType: 'default' }),
          node('log-group', 'lines'),
          connection('event-bus--log-group', 'shop', 'lines'),
        ),
        expect: ['fixed'],
      },
    ],
  },
});
