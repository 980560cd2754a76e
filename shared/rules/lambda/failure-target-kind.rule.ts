import { retargetConnection } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addBeside, whileThere } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph } from '../rule.ts';
import { isFifo, makeFifo } from '../sqs/fifo.ts';
import { named } from '../text.ts';

const roles: Readonly<Record<string, string>> = {
  'dead-letter': 'dead-letter target',
  'failure-destination': 'on-failure destination',
  'success-destination': 'on-success destination',
};

const fixesFor = (
  graph: Graph,
  kindTitle: string,
  { connection, target }: Link,
): readonly Fix[] => {
  const isAlone =
    graph.incoming(target).length === 1 &&
    graph.outgoing(target, { mechanism: ['dead-letter', 'subscription'] }).length === 0;
  const another: Fix = {
    title: `Use a new standard ${kindTitle}`,
    edit: whileThere(
      [connection.id],
      addBeside(target.id, { kind: target.kind, name: `${target.name} standard` }, (id) => [
        retargetConnection(connection.id, { to: id }),
      ]),
    ),
  };
  return [...(isAlone ? [makeFifo(graph, target, false)] : []), another];
};

export const lambdaFailureTargetKind = defineRule({
  meta: {
    id: 'lambda/failure-target-kind',
    severity: 'error',
    messages: {
      fifo: '{target} is FIFO and cannot be the {role} of {node}; use a standard {kind}.',
    },
    explain:
      'Lambda hands over the event or its result by itself, without the message group that a FIFO queue or topic needs, so FIFO targets are refused. Destinations carry more detail than a dead-letter queue: the request, the answer and the error.',
    docs: {
      title: 'Capturing records of Lambda asynchronous invocations',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    },
  },
  on: connections({
    from: 'lambda',
    to: ['sqs-queue', 'sns-topic'],
    mechanism: ['dead-letter', 'failure-destination', 'success-destination'],
  }),
  check(link, graph, report, { catalog }) {
    const { connection, source, target } = link;
    if (isFifo(graph, target) !== true) return;
    const kind = titleOf(catalog, target.kind);
    report({
      message: 'fifo',
      data: {
        target: named(target),
        role: roles[graph.mechanism(connection) ?? ''] ?? 'target',
        node: named(source),
        kind,
      },
      fixes: fixesFor(graph, kind, link),
    });
  },
  examples: {
    good: [
      {
        title: 'a standard queue',
        design: design(
          node('lambda', 'worker'),
          node('sqs-queue', 'failures'),
          connection('lambda--sqs-queue--dead-letter', 'worker', 'failures'),
        ),
      },
      {
        title: 'a type set by a parameter',
        design: design(
          node('lambda', 'worker'),
          node('sqs-queue', 'failures', { fifoQueue: { Ref: 'Ordered' } }),
          connection('lambda--sqs-queue--on-failure', 'worker', 'failures'),
        ),
      },
      {
        title: 'a FIFO queue that the code sends to',
        design: design(
          node('lambda', 'worker'),
          node('sqs-queue', 'orders', { fifoQueue: true }),
          connection('lambda--sqs-queue', 'worker', 'orders', { messageGroupId: 'all' }),
        ),
      },
    ],
    bad: [
      {
        title: 'a FIFO dead-letter queue',
        design: design(
          node('lambda', 'worker'),
          node('sqs-queue', 'failures', { fifoQueue: true, queueName: 'failures.fifo' }),
          connection('lambda--sqs-queue--dead-letter', 'worker', 'failures'),
        ),
        expect: ['fifo'],
      },
      {
        title: 'a FIFO topic',
        design: design(
          node('lambda', 'worker'),
          node('sns-topic', 'results', { fifoTopic: true }),
          connection('lambda--sns-topic--on-success', 'worker', 'results'),
        ),
        expect: ['fifo'],
      },
    ],
  },
});
