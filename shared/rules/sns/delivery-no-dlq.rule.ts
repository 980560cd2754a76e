import { keepsUndelivered } from '../dead-letters.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Subscribers that SNS reaches over HTTPS. */
const overHttps = new Set(['external-endpoint', 'rest-api', 'http-api']);

const toPartner = (properties: Parameters<typeof connection>[3] = {}) => [
  node('sns-topic', 'placed'),
  node('external-endpoint', 'partner'),
  connection('sns-topic--external-endpoint', 'placed', 'partner', properties, 'delivery'),
];

export const snsDeliveryNoDlq = defineRule({
  meta: {
    id: 'sns/delivery-no-dlq',
    severity: 'warning',
    messages: {
      none: '{topic} to {target}: messages that cannot be delivered are lost; give the subscription a dead-letter queue.',
    },
    explain:
      'SNS keeps trying to reach AWS services for weeks, an HTTPS endpoint by default only three more times within an hour, and after an error of permissions not at all. A dead-letter queue at the subscription keeps what is left. It is another one than that of the function, which takes errors after the delivery.',
    docs: {
      title: 'Amazon SNS dead-letter queues',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
    },
  },
  on: connections({
    from: 'sns-topic',
    to: ['sqs-queue', 'lambda', 'firehose', 'external-endpoint', 'rest-api', 'http-api'],
    mechanism: 'subscription',
  }),
  check({ connection, source: topic, target }, graph, report, { catalog }) {
    const isAtRisk =
      overHttps.has(target.kind) ||
      graph.boolean(topic, 'critical') === true ||
      graph.region(topic) !== graph.region(target);
    if (!isAtRisk || keepsUndelivered(graph, catalog, connection, 'subscription')) return;
    report({
      message: 'none',
      data: { topic: named(topic), target: named(target) },
      fixes: addNear(
        graph,
        catalog,
        'Add a dead-letter queue',
        topic,
        { kind: 'sqs-queue', name: `${topic.name} undelivered` },
        (id) => [
          {
            type: 'sns-topic--sqs-queue--dead-letter',
            from: topic.id,
            to: id,
            properties: { subscription: connection.id },
          },
        ],
      ),
    });
  },
  examples: {
    good: [
      {
        title: 'a web hook with a dead-letter queue of its own',
        design: design(
          ...toPartner({ deadLetterQueue: 'failures' }),
          node('sqs-queue', 'failures'),
        ),
      },
      {
        title: 'a dead-letter arrow for it',
        design: design(
          ...toPartner(),
          node('sqs-queue', 'failures'),
          connection('sns-topic--sqs-queue--dead-letter', 'placed', 'failures', {
            subscription: 'delivery',
          }),
        ),
      },
      {
        title: 'a queue in the same Region',
        design: design(
          node('sns-topic', 'placed', { critical: { Ref: 'Critical' } }),
          node('sqs-queue', 'orders'),
          connection('sns-topic--sqs-queue', 'placed', 'orders'),
        ),
      },
    ],
    bad: [
      { title: 'a web hook', design: design(...toPartner()), expect: ['none'] },
      {
        title: 'a topic that others depend on',
        design: design(
          node('sns-topic', 'placed', { critical: true }),
          node('lambda', 'worker'),
          connection('sns-topic--lambda', 'placed', 'worker'),
        ),
        expect: ['none'],
      },
      {
        title: 'a queue in another Region',
        design: design(
          node('sns-topic', 'placed'),
          inside(node('region', 'us', { code: 'us-east-1' }), node('sqs-queue', 'orders')),
          connection('sns-topic--sqs-queue', 'placed', 'orders'),
        ),
        expect: ['none'],
      },
      {
        title: 'a dead-letter arrow for another subscription',
        design: design(
          ...toPartner(),
          node('sqs-queue', 'failures'),
          node('lambda', 'worker'),
          connection('sns-topic--lambda', 'placed', 'worker', {}, 'other'),
          connection('sns-topic--sqs-queue--dead-letter', 'placed', 'failures', {
            subscription: 'other',
          }),
        ),
        expect: ['none'],
      },
    ],
  },
});
