import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { longestVisibility, visibilityFacts } from './recommended-visibility.ts';

const queueToFunction = (
  visibilityTimeout: number,
  timeout: number | { Ref: string },
  maximumBatchingWindow = 0,
) =>
  design(
    node('sqs-queue', 'orders', { visibilityTimeout }),
    node('lambda', 'worker', { timeout }),
    connection('sqs-queue--lambda', 'orders', 'worker', { maximumBatchingWindow }),
  );

export const sqsVisibilitySixTimes = defineRule({
  meta: {
    id: 'sqs/visibility-six-times',
    severity: 'warning',
    messages: {
      noRoom:
        '{queue}: a visibility timeout of {visibility} s leaves no room for retries of {function}; AWS recommends {sixTimes} s.',
    },
    explain:
      'When the function is throttled, Lambda keeps trying to deliver the batch for a while. With six times the function timeout plus the batching window the messages stay hidden during these attempts and do not reach the dead-letter queue too early.',
    docs: {
      title: 'Creating and configuring an Amazon SQS event source mapping',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    },
  },
  on: connections({ from: 'sqs-queue', to: 'lambda', mechanism: 'event-source-mapping' }),
  check(link, graph, report) {
    const facts = visibilityFacts(link, graph);
    // Shorter than the timeout is sqs/visibility-timeout's; advice that SQS would refuse is none.
    if (!facts || facts.visibility < facts.timeout || facts.sixTimes > longestVisibility) return;
    if (facts.visibility >= facts.sixTimes) return;
    report({
      message: 'noRoom',
      data: {
        queue: named(link.source),
        function: named(link.target),
        visibility: facts.visibility,
        sixTimes: facts.sixTimes,
      },
      fixes: [
        {
          title: `Set the visibility timeout of ${named(link.source)} to ${facts.sixTimes} s`,
          edit: setProperty(link.source.id, 'visibilityTimeout', facts.sixTimes),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'six times the timeout', design: queueToFunction(180, 30) },
      { title: 'a timeout set by a parameter', design: queueToFunction(60, { Ref: 'Seconds' }) },
      {
        title: 'six times would be more than SQS allows',
        design: queueToFunction(900, 900, 38_000),
      },
    ],
    bad: [
      { title: 'twice the timeout', design: queueToFunction(60, 30), expect: ['noRoom'] },
      {
        title: 'a batching window on top',
        design: queueToFunction(180, 30, 20),
        expect: ['noRoom'],
      },
    ],
  },
});
