import { defineMechanism } from '../connection.ts';
import { subscriberRole } from '../eventbridge/subscriber.ts';
import { getAtt } from '../expression.ts';
import { callSettings } from '../pipes/settings.ts';

export interface SubscriberTarget {
  /** The target's ARN where it is not the attribute `arn`: a text with placeholders. */
  readonly arn?: string;
}

/** A subscriber of a Custom Event Bus hands events to its target. */
export const subscriberTarget = defineMechanism<SubscriberTarget>({
  id: 'subscriber-target',
  family: 'event',
  title: 'Target of a subscriber',
  explain:
    'EventBridge calls the target under the role of the subscriber, with one event or with a batch where the target takes several. When the target does not take it, EventBridge tries again, five times within five minutes unless more is set; then the event is lost, unless the subscriber has a dead-letter queue.',
  emit(scope) {
    const { source, target, options, definition } = scope;
    // A subscriber that is none has been refused by its own file.
    if (!source.out.has(source.id)) return;
    source.out.set(source.id, 'InvokeConfiguration', {
      RoleArn: getAtt(subscriberRole(source), 'Arn'),
      TargetArn: options.arn === undefined ? target.attribute('arn') : scope.fill(options.arn),
      ...callSettings(scope),
    });
    if (Object.hasOwn(definition.properties, 'maxBatchSize')) {
      const size = scope.value('maxBatchSize');
      const window = scope.value('maxBatchWindow');
      if (size !== undefined || window !== undefined)
        source.out.set(source.id, 'BatchConfiguration', {
          MaxBatchSize: size,
          MaxBatchWindowInSeconds: window,
        });
    }
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
  },
});
