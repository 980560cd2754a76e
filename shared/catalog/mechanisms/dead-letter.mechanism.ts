import { object } from '../../lib/typescript/syntax.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { namesNothing } from '../dead-letters.ts';
import { allowDrawnRole } from '../drawn-role.ts';
import { isOnlyOne } from '../only-one.ts';

/** A dead-letter queue hangs on something different everywhere. */
export type DeadLetter =
  | {
      readonly on:
        | 'queue'
        | 'function-queue'
        | 'function-topic'
        | 'event-bus'
        | 'schedule'
        | 'pipe'
        | 'subscriber';
    }
  /** On a delivery of the source, which the named property of the arrow chooses; the delivery writes it. */
  | { readonly on: 'delivery'; readonly reference: string };

type Writer = (scope: ConnectionScope<DeadLetter>) => void;

/** SAM and the L2 function allow the function's role to send, where they set the dead-letter target. */
const onFunction =
  (type: 'SQS' | 'SNS', prop: 'deadLetterQueue' | 'deadLetterTopic'): Writer =>
  (scope) => {
    const { source, target } = scope;
    allowDrawnRole(scope);
    source.out.set(source.id, 'DeadLetterQueue', {
      Type: type,
      TargetArn: target.attribute('arn'),
    });
    source.out.props(source.id, { [prop]: target.construct });
  };

const writers: Readonly<Record<DeadLetter['on'], Writer>> = {
  queue({ source, target, value, code }) {
    source.out.set(source.id, 'RedrivePolicy', {
      deadLetterTargetArn: target.attribute('arn'),
      maxReceiveCount: value('maxReceiveCount'),
    });
    source.out.props(source.id, {
      deadLetterQueue: object({
        queue: target.construct,
        maxReceiveCount: code('maxReceiveCount'),
      }),
    });
  },
  'function-queue': onFunction('SQS', 'deadLetterQueue'),
  'function-topic': onFunction('SNS', 'deadLetterTopic'),
  'event-bus'(scope) {
    const { source, target } = scope;
    if (!source.out.has(source.id)) {
      source.out.problem(
        `"${source.node.name}" is a bus that AWS made, which a stack cannot give a dead-letter queue: remove the connection to "${target.node.name}".`,
      );
      return;
    }
    source.out.set(source.id, 'DeadLetterConfig', { Arn: target.attribute('arn') });
    source.out.props(source.id, { deadLetterQueue: target.construct });
    for (const statement of scope.statements('target-policy'))
      target.out.allowOn(target.node.id, statement);
  },
  // The target of the schedule, which has the role, lets it send.
  schedule({ source, target }) {
    if (source.out.has(source.id))
      source.out.set(source.id, 'Target', { DeadLetterConfig: { Arn: target.attribute('arn') } });
  },
  // The source writes it among its settings, which say what becomes of a batch.
  pipe(scope) {
    const { source, target } = scope;
    if (!source.out.has(source.id)) return;
    if (source.links('in', { mechanism: 'pipe-source', kind: 'sqs-queue' }).length > 0) {
      source.out.problem(
        `The pipe "${source.node.name}" reads a queue, whose own dead-letter queue takes what fails: connect the queue to "${target.node.name}" instead of the pipe.`,
      );
      return;
    }
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
  },
  subscriber(scope) {
    const { source, target } = scope;
    if (!source.out.has(source.id)) return;
    source.out.set(source.id, 'OnFailureConfiguration', { Arn: target.attribute('arn') });
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
  },
  delivery(scope) {
    const { source, target, options } = scope;
    if (options.on === 'delivery' && namesNothing(scope, options.reference))
      source.out.problem(
        `The dead-letter arrow from "${source.node.name}" to "${target.node.name}" names a delivery that does not exist.`,
      );
  },
};

/** Messages that could not be handled go to a queue or topic for people to look at. */
export const deadLetter = defineMechanism<DeadLetter>({
  id: 'dead-letter',
  family: 'failure',
  onPath: 'never',
  title: 'Dead-letter queue',
  explain:
    'A message that fails again and again would block others or be lost. After the set number of tries AWS moves it to the dead-letter queue, where it waits until somebody looks at it and sends it back.',
  emit(scope) {
    const { on } = scope.options;
    if (on === 'delivery' || isOnlyOne(scope, 'dead-letter queue')) writers[on](scope);
  },
});
