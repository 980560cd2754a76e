import { connection, design, type ExampleItem, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { invocationOf } from './invocations.ts';

const withDestination = (...more: readonly ExampleItem[]) =>
  design(
    node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
    node('sqs-queue', 'failures'),
    connection('lambda--sqs-queue--on-failure', 'worker', 'failures'),
    ...more,
  );

export const lambdaDestinationOnSync = defineRule({
  meta: {
    id: 'lambda/destination-on-sync',
    severity: 'info',
    messages: {
      never:
        '{node} never gets an event without somebody waiting for the answer, so nothing is ever sent to {target}; remove the destination or send the result in code.',
    },
    explain:
      'Destinations belong to the asynchronous queue of Lambda. When an API or a state machine calls the function and waits, the result goes to the caller and no destination is used. When Lambda polls a queue or a stream, failed batches stay there or go to the failure destination of that event source.',
    docs: {
      title: 'Capturing records of Lambda asynchronous invocations',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    },
  },
  on: connections({ from: 'lambda', mechanism: ['failure-destination', 'success-destination'] }),
  check({ connection, source, target }, graph, report, { catalog }) {
    const ways = graph
      .incoming(source)
      .flatMap((incoming) => invocationOf(graph, catalog, incoming) ?? []);
    // Without a caller in the drawing nobody knows how it is called.
    if (ways.length === 0 || ways.some((way) => way === 'queued' || way === 'unknown')) return;
    report({
      message: 'never',
      data: { node: named(source), target: named(target) },
      fixes: [removeConnection(catalog, connection, 'Remove the destination')],
    });
  },
  examples: {
    good: [
      {
        title: 'a topic that does not wait',
        design: withDestination(
          node('sns-topic', 'news'),
          connection('sns-topic--lambda', 'news', 'worker'),
        ),
      },
      { title: 'no caller in the drawing', design: withDestination() },
      {
        title: 'one caller that waits and one that does not',
        design: withDestination(
          node('rest-api', 'api', { name: 'api' }),
          node('schedule', 'nightly'),
          connection('rest-api--lambda', 'api', 'worker'),
          connection('schedule--lambda', 'nightly', 'worker'),
        ),
      },
    ],
    bad: [
      {
        title: 'an API as the only caller',
        design: withDestination(
          node('rest-api', 'api', { name: 'api' }),
          connection('rest-api--lambda', 'api', 'worker'),
        ),
        expect: ['never'],
      },
      {
        title: 'a queue as the only source',
        design: withDestination(
          node('sqs-queue', 'orders'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
        expect: ['never'],
      },
    ],
  },
});
