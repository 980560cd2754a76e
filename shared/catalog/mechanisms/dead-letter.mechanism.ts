import { object } from '../../lib/typescript/syntax.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

export interface DeadLetter {
  /** Writes the redrive setting on the source; a dead-letter queue hangs on something different everywhere. */
  readonly on: 'queue' | 'function-queue' | 'function-topic' | 'other';
}

const notYet = (scope: ConnectionScope<DeadLetter>): void => connectionNotExported(scope);

const writers: Readonly<Record<DeadLetter['on'], (scope: ConnectionScope<DeadLetter>) => void>> = {
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
  'function-queue'(scope) {
    const { source, target } = scope;
    source.out.set(source.id, 'DeadLetterQueue', {
      Type: 'SQS',
      TargetArn: target.attribute('arn'),
    });
    source.out.props(source.id, { deadLetterQueue: target.construct });
    allowSource(scope);
  },
  'function-topic'(scope) {
    const { source, target } = scope;
    source.out.set(source.id, 'DeadLetterQueue', {
      Type: 'SNS',
      TargetArn: target.attribute('arn'),
    });
    source.out.props(source.id, { deadLetterTopic: target.construct });
    allowSource(scope);
  },
  other: notYet,
};

/** SAM and the L2 construct add the permission themselves where they set the dead-letter target. */
const allowSource = (_scope: ConnectionScope<DeadLetter>): void => undefined;

/** Messages that could not be handled go to a queue or topic for people to look at. */
export const deadLetter = defineMechanism<DeadLetter>({
  id: 'dead-letter',
  family: 'failure',
  title: 'Dead-letter queue',
  explain:
    'A message that fails again and again would block others or be lost. After the set number of tries AWS moves it to the dead-letter queue, where it waits until somebody looks at it and sends it back.',
  emit: (scope) => writers[scope.options.on](scope),
});
