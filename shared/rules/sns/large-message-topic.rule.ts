import { setProperty } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { formatBytes, named } from '../text.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html */
const size = { property: 'maximumMessageSize', min: 1024, max: 1_048_576, unit: 'bytes' };
const plain = 262_144;
const mostSubscribers = 100;
const takesLarge = new Set(['sqs-queue', 'lambda', 'firehose']);

const largeTopic = (maximumMessageSize: number | { Ref: string }) =>
  node('sns-topic', 'placed', { maximumMessageSize });
const fanOut = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    node('sqs-queue', `queue-${at}`),
    connection('sns-topic--sqs-queue', 'placed', `queue-${at}`),
  ]).flat();

export const snsLargeMessageTopic = defineRule({
  meta: {
    id: 'sns/large-message-topic',
    severity: 'error',
    messages: {
      outside: '{node}: {property} {value} is outside {range}; correct it.',
      subscriber:
        '{node} takes messages of {size}, but {target} ({kind}) gets at most 256 KB; only queues, functions and Firehose take more.',
      tooMany:
        '{node} takes messages of {size} and has {count} subscribers; with more than 256 KB 100 are the most.',
    },
    explain:
      'Topics take 256 KB by default and up to 1 MB when the topic says so. E-mail, SMS, HTTP and mobile push stay at the small size. Bigger contents go to S3, and only the key is published.',
    docs: {
      title: 'Publishing large messages with Amazon SNS',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html',
    },
  },
  on: nodes('sns-topic'),
  check(topic, graph, report, { catalog }) {
    const value = graph.number(topic, 'maximumMessageSize');
    if (value === undefined) return;
    const node = named(topic);
    const wrong = outOfRange(graph, topic, size);
    if (wrong) {
      const { property, fixes } = wrong;
      const data = { node, property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
      return;
    }
    if (value <= plain) return;
    const subscriptions = graph.outgoing(topic, { mechanism: 'subscription' });
    const found = {
      property: 'maximumMessageSize',
      fixes: [
        { title: 'Take up to 256 KB', edit: setProperty(topic.id, 'maximumMessageSize', plain) },
      ],
    };
    const target = subscriptions
      .map((subscription) => graph.target(subscription))
      .find((subscriber) => subscriber && !takesLarge.has(subscriber.kind));
    if (target)
      report({
        message: 'subscriber',
        data: {
          node,
          size: formatBytes(value),
          target: named(target),
          kind: titleOf(catalog, target.kind),
        },
        ...found,
      });
    if (subscriptions.length > mostSubscribers)
      report({
        message: 'tooMany',
        data: { node, size: formatBytes(value), count: subscriptions.length },
        ...found,
      });
  },
  examples: {
    good: [
      { title: 'a megabyte to two queues', design: design(largeTopic(1_048_576), ...fanOut(2)) },
      { title: 'a size set by a parameter', design: design(largeTopic({ Ref: 'Size' })) },
      {
        title: 'the default to a web hook',
        design: design(
          node('sns-topic', 'placed'),
          node('external-endpoint', 'partner'),
          connection('sns-topic--external-endpoint', 'placed', 'partner'),
        ),
      },
    ],
    bad: [
      { title: 'ten megabytes', design: design(largeTopic(10_485_760)), expect: ['outside'] },
      {
        title: 'a megabyte to a web hook',
        design: design(
          largeTopic(1_048_576),
          node('external-endpoint', 'partner'),
          connection('sns-topic--external-endpoint', 'placed', 'partner'),
        ),
        expect: ['subscriber'],
      },
      {
        title: 'very many queues',
        design: design(largeTopic(300_000), ...fanOut(101)),
        expect: ['tooMany'],
      },
    ],
  },
});
