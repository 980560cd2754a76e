import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { NodeScope } from '../service.ts';

export interface PipeSource {
  /** Where the settings of this kind of source stand below `SourceParameters`. */
  readonly parameters: string;
  /** The attribute of the source that is polled. */
  readonly polled: string;
}

/** A pipe polls a queue or a stream. */
export const pipeSource = defineMechanism<PipeSource>({
  id: 'pipe-source',
  family: 'event',
  title: 'Source of a pipe',
  explain:
    'The pipe itself polls the queue or stream and collects records into a batch, as Lambda does for a function. The source knows nothing of it: the role of the pipe needs the right to read. From a queue the messages are deleted once the target has them; of a stream each shard waits until its batch is through.',
  emit(scope) {
    const { source, target, options } = scope;
    // A pipe that is none has been refused by its own file.
    if (!target.out.has(target.id)) return;
    target.out.set(target.id, 'Source', source.attribute(options.polled));
    const queue = discardsOf(scope);
    const settings = {
      ...scope.cfnProperties(),
      ...(has(scope, 'onPartialBatchItemFailure') &&
      scope.read('onPartialBatchItemFailure') === 'AUTOMATIC_BISECT'
        ? { OnPartialBatchItemFailure: 'AUTOMATIC_BISECT' }
        : {}),
      ...(queue === undefined ? {} : { DeadLetterConfig: { Arn: queue.attribute('arn') } }),
    };
    if (Object.keys(settings).length > 0)
      target.out.set(target.id, `SourceParameters.${options.parameters}`, settings);
    for (const statement of scope.statements('target-role'))
      target.out.allow(target.node.id, statement);
  },
});

const has = ({ definition }: ConnectionScope<PipeSource>, property: string): boolean =>
  Object.hasOwn(definition.properties, property);

/** Where batches of a stream go that the pipe gives up: an arrow of the pipe, or what the connection names. */
const discardsOf = (scope: ConnectionScope<PipeSource>): NodeScope | undefined => {
  const { graph, connection, target: pipe } = scope;
  if (!has(scope, 'deadLetterQueue')) return undefined;
  const [drawn] = pipe.links('out', { mechanism: 'dead-letter' });
  if (drawn !== undefined) return drawn.target;
  const named = graph.nodeRef(connection, 'deadLetterQueue');
  if (named === undefined) return undefined;
  const queue = pipe.scopeOf(named);
  if (scope.read('permissions') === 'generated')
    pipe.out.allow(pipe.node.id, {
      actions: [named.kind === 'sns-topic' ? 'sns:Publish' : 'sqs:SendMessage'],
      resources: [queue.attribute('arn')],
    });
  return queue;
};
