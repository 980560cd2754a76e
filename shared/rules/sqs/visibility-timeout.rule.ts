import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { longestVisibility, visibilityFacts } from './recommended-visibility.ts';

const queueToFunction = (visibilityTimeout: number | { Ref: string }, timeout: number) =>
  design(
    node('sqs-queue', 'orders', { visibilityTimeout }),
    node('lambda', 'worker', { timeout }),
    connection('sqs-queue--lambda', 'orders', 'worker'),
  );

export const sqsVisibilityTimeout = defineRule({
  meta: {
    id: 'sqs/visibility-timeout',
    severity: 'error',
    messages: {
      tooShort:
        '{queue} hides messages for {visibility} s but {function} may run {timeout} s; set the visibility timeout to at least {sixTimes} s.',
    },
    explain:
      'After the visibility timeout a message becomes visible again, even while the function still works on it, and is processed twice. Lambda refuses to create the event source mapping when the visibility timeout of the queue is shorter than the timeout of the function.',
    docs: {
      title: 'Creating and configuring an Amazon SQS event source mapping',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    },
    overlaps: ['E3505'],
  },
  on: connections({ from: 'sqs-queue', to: 'lambda', mechanism: 'event-source-mapping' }),
  check(link, graph, report) {
    const facts = visibilityFacts(link, graph);
    if (!facts || facts.visibility >= facts.timeout) return;
    const wanted = Math.min(facts.sixTimes, longestVisibility);
    report({
      message: 'tooShort',
      data: {
        queue: named(link.source),
        function: named(link.target),
        visibility: facts.visibility,
        timeout: facts.timeout,
        sixTimes: wanted,
      },
      fixes: [
        {
          title: `Set the visibility timeout of ${named(link.source)} to ${wanted} s`,
          edit: setProperty(link.source.id, 'visibilityTimeout', wanted),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'six times the timeout', design: queueToFunction(180, 30) },
      {
        title: 'a visibility timeout set by a parameter',
        design: queueToFunction({ Ref: 'Seconds' }, 30),
      },
      {
        title: 'the defaults of both',
        design: design(
          node('sqs-queue', 'orders'),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
      },
    ],
    bad: [
      { title: 'shorter than the timeout', design: queueToFunction(30, 60), expect: ['tooShort'] },
    ],
  },
});
