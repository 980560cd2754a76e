import { connection, design, type ExampleItem, inside, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { invocationOf } from './invocations.ts';

/** What catches failures is the end of the line; Secrets Manager tries a rotation again by itself. */
const exempt = new Set(['failure-destination', 'trigger']);

const fromBucket = (...more: readonly ExampleItem[]) =>
  design(
    node('s3-bucket', 'uploads'),
    node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
    connection('s3-bucket--lambda', 'uploads', 'worker'),
    ...more,
  );

export const lambdaAsyncNoFailureDestination = defineRule({
  meta: {
    id: 'lambda/async-no-failure-destination',
    severity: 'warning',
    messages: {
      none: '{node} gets events from {source} and nobody waits for its answer: events that fail are dropped. Add an on-failure destination or a dead-letter queue.',
    },
    explain:
      'Lambda keeps asynchronous events in a queue of its own. Errors in your code are retried twice; throttles and errors of AWS are retried with growing pauses, from 1 second up to 5 minutes, for up to 6 hours. What still fails is deleted, unless a destination or a dead-letter queue takes it.',
    docs: {
      title: 'How Lambda handles errors and retries with asynchronous invocation',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    },
    overlaps: ['CKV_AWS_116'],
  },
  on: nodes('lambda'),
  check(fn, graph, report, { catalog }) {
    const left = graph
      .incoming(fn)
      .find(
        (incoming) =>
          !exempt.has(graph.mechanism(incoming) ?? '') &&
          invocationOf(graph, catalog, incoming) === 'queued',
      );
    if (!left) return;
    if (graph.outgoing(fn, { mechanism: ['failure-destination', 'dead-letter'] }).length > 0)
      return;
    report({
      message: 'none',
      data: { node: named(fn), source: named(graph.source(left)) },
      fixes: addNear(
        graph,
        catalog,
        'Add a queue for events that failed',
        fn,
        { kind: 'sqs-queue', name: `${fn.name} failures` },
        (id) => [{ type: 'lambda--sqs-queue--on-failure', from: fn.id, to: id }],
      ),
    });
  },
  examples: {
    good: [
      {
        title: 'an on-failure destination',
        design: fromBucket(
          node('sqs-queue', 'failures'),
          connection('lambda--sqs-queue--on-failure', 'worker', 'failures'),
        ),
      },
      {
        title: 'a dead-letter queue',
        design: fromBucket(
          node('sqs-queue', 'failures'),
          connection('lambda--sqs-queue--dead-letter', 'worker', 'failures'),
        ),
      },
      {
        title: 'a caller that waits, and a queue that keeps its messages',
        design: design(
          node('rest-api', 'api', { name: 'api' }),
          node('sqs-queue', 'orders'),
          node('lambda', 'worker'),
          connection('rest-api--lambda', 'api', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
      },
      {
        title: 'a way of calling that nobody knows',
        design: design(
          node('lambda', 'front'),
          node('lambda', 'worker'),
          connection('lambda--lambda--invoke', 'front', 'worker', {
            invocationType: { Ref: 'Type' },
          }),
        ),
      },
    ],
    bad: [
      { title: 'a bucket and nothing behind', design: fromBucket(), expect: ['none'] },
      {
        title: 'a function in a subnet, called without waiting',
        design: design(
          node('lambda', 'front'),
          inside(node('vpc', 'net'), inside(node('subnet', 'private'), node('lambda', 'worker'))),
          connection('lambda--lambda--invoke', 'front', 'worker', { invocationType: 'Event' }),
        ),
        expect: ['none'],
      },
      {
        title: 'the next step after a success',
        design: design(
          node('lambda', 'first'),
          node('lambda', 'second'),
          connection('lambda--lambda--on-success', 'first', 'second'),
        ),
        expect: ['none'],
      },
    ],
  },
});
