import { setProperty } from '../../model/edits/index.ts';
import { isSynchronous } from '../delivery.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const call = (properties: object) =>
  design(
    node('lambda', 'first'),
    node('lambda', 'second'),
    connection('lambda--lambda--invoke', 'first', 'second', { ...properties }),
  );

export const topologyLambdaSyncChain = defineRule({
  meta: {
    id: 'topology/lambda-sync-chain',
    severity: 'warning',
    messages: {
      waits:
        '{source} waits for {target}, and you pay for both at once; let Step Functions call them in turn, put a queue between them, or make them one function.',
    },
    explain:
      'A function that waits for another one is billed for the time in which it does nothing, and both count against the concurrency of the account. When the second one fails or takes long, the first one does too.',
    docs: {
      title: 'Best practices for working with AWS Lambda functions',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
    },
  },
  on: connections({ type: 'lambda--lambda--invoke' }),
  check({ connection, source, target }, graph, report, { catalog }) {
    if (isSynchronous(graph, catalog, connection) !== true) return;
    report({
      message: 'waits',
      property: 'invocationType',
      data: { source: named(source), target: named(target) },
      fixes: [
        {
          title: 'Invoke it without waiting for the answer',
          edit: setProperty(connection.id, 'invocationType', 'Event'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'an event', design: call({ invocationType: 'Event' }) },
      { title: 'a way that a parameter says', design: call({ invocationType: { Ref: 'How' } }) },
    ],
    bad: [
      {
        title: 'a call that waits',
        design: call({ invocationType: 'RequestResponse' }),
        expect: ['waits'],
      },
    ],
  },
});
