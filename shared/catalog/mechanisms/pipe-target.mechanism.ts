import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { ExpressionObject } from '../expression.ts';
import { mergedSettings } from '../merged-settings.ts';
import { callSettings } from '../pipes/settings.ts';

export interface PipeTarget {
  /** The target's ARN where it is not the attribute `arn`: a text with placeholders. */
  readonly arn?: string;
  /** Target parameters that follow from the target, besides those of the properties. */
  readonly parameters?: (scope: ConnectionScope) => ExpressionObject;
}

/** A pipe hands its records to a target. */
export const pipeTarget = defineMechanism<PipeTarget>({
  id: 'pipe-target',
  family: 'event',
  title: 'Target of a pipe',
  explain:
    'The pipe calls the target under its own role, with one record or with a batch where the target takes several. An input template can rewrite each record. When the target fails, the pipe tries again: from a queue until its dead-letter queue takes the message, from a stream until the record is too old or the set number of tries is reached.',
  emit(scope) {
    const { source, target, options } = scope;
    // A pipe that is none has been refused by its own file.
    if (!source.out.has(source.id)) return;
    source.out.set(
      source.id,
      'Target',
      options.arn === undefined ? target.attribute('arn') : scope.fill(options.arn),
    );
    const settings = mergedSettings(callSettings(scope), options.parameters?.(scope) ?? {});
    if (Object.keys(settings).length > 0) source.out.set(source.id, 'TargetParameters', settings);
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
  },
});
