import { isJsonObject } from '../../lib/json.ts';
import { connection, design, type ExampleItem, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { ownPattern } from './pattern.ts';

const isOfAws = (source: Json): boolean => {
  const text = isJsonObject(source) ? source.prefix : source;
  return typeof text === 'string' && text.startsWith('aws.');
};

const onBus = (bus: object, source: Json, ...more: readonly ExampleItem[]) =>
  design(
    node('event-bus', 'shop', { ...bus }),
    node('event-rule', 'uploaded', { eventPattern: { source } }),
    node('lambda', 'worker'),
    connection('event-bus--event-rule', 'shop', 'uploaded'),
    connection('event-rule--lambda', 'uploaded', 'worker'),
    ...more,
  );

export const eventsAwsSourceOnCustomBus = defineRule({
  meta: {
    id: 'events/aws-source-on-custom-bus',
    severity: 'warning',
    messages: {
      neverComes:
        '{node} waits on {bus} for events of AWS services, but those arrive only on the default bus; move the rule.',
    },
    explain:
      'Services such as S3, RDS or EC2 send their events to the default bus of the account. A bus of your own gets only what applications, partners or forwarding rules send to it.',
    docs: {
      title: 'Events from AWS services',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event.html',
    },
  },
  on: connections({ from: 'event-bus', to: 'event-rule', mechanism: 'event-routing' }),
  check({ connection, source: bus, target: rule }, graph, report, { catalog }) {
    const type = graph.text(bus, 'busType');
    if (type === undefined || type === 'default') return;
    const source = ownPattern(graph, rule)?.source;
    if (!Array.isArray(source) || !source.some(isOfAws)) return;
    if (graph.incoming(bus, { mechanism: 'eventbridge-target' }).length > 0) return;
    report({
      message: 'neverComes',
      data: { node: named(rule), bus: named(bus) },
      fixes: [
        removeConnection(
          catalog,
          connection,
          `Take ${named(rule)} off the bus, to the default one`,
        ),
      ],
    });
  },
  examples: {
    good: [
      { title: 'the default bus', design: onBus({ busType: 'default' }, ['aws.s3']) },
      { title: 'events of your own', design: onBus({ name: 'shop' }, ['shop.orders']) },
      { title: 'a source from a parameter', design: onBus({ name: 'shop' }, [{ Ref: 'Source' }]) },
      {
        title: 'a rule that forwards events',
        design: onBus(
          { name: 'shop' },
          ['aws.s3'],
          node('event-rule', 'forward', { eventPattern: { source: ['aws.s3'] } }),
          connection('event-rule--event-bus', 'forward', 'shop'),
        ),
      },
    ],
    bad: [
      {
        title: 'events of S3 on a bus of your own',
        design: onBus({ name: 'shop' }, ['aws.s3']),
        expect: ['neverComes'],
      },
      {
        title: 'events of any service',
        design: onBus({ name: 'shop' }, [{ prefix: 'aws.' }]),
        expect: ['neverComes'],
      },
    ],
  },
});
