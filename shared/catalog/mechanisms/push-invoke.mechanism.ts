import {
  type Code,
  create,
  invoke,
  member,
  name,
  options as optional,
  text,
} from '../../lib/typescript/syntax.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { type ExpressionObject, refOf } from '../expression.ts';

export interface PushInvoke {
  /** The CDK destination class. */
  readonly cdk: string;
  /**
   * Where CloudFormation wants it: a list of the bucket's notification configuration and the property for the
   * target's ARN. Absent for a function, where SAM's event source writes it.
   */
  readonly list?: { readonly name: string; readonly target: string };
}

/** The bucket itself calls the target when something happens to an object. */
export const pushInvoke = defineMechanism<PushInvoke>({
  id: 'push-invoke',
  family: 'trigger',
  title: 'Bucket notification',
  explain:
    'S3 tells the target of every object that is created, deleted or restored, if its key fits the prefix and suffix. The message names the object, it does not hold it. It comes at least once, within seconds as a rule, and two notifications of a bucket may not want the same events.',
  emit(scope) {
    const { source, target, options } = scope;
    if (source.region !== target.region) {
      source.out.problem(
        `The bucket "${source.node.name}" can notify targets of its own region only, and "${target.node.name}" is in another.`,
      );
      return;
    }
    const events = eventsOf(scope);
    const filter = filterOf(scope);
    if (options.list === undefined)
      target.out.event(target.id, source.id, {
        type: 'S3',
        // SAM finds the bucket by its logical id; it also lets S3 in.
        properties: { Bucket: refOf(source.id), Events: [...events], Filter: filter },
      });
    else {
      for (const event of events)
        source.out.append(source.id, `NotificationConfiguration.${options.list.name}`, {
          Event: event,
          [options.list.target]: target.attribute('arn'),
          Filter: filter,
        });
      const statements = scope.statements('target-policy');
      for (const statement of statements) target.out.allowOn(target.node.id, statement, 'sam');
      // S3 sends a test message when the notification is set, so it must be let in before.
      if (statements.length > 0) source.out.dependsOn(source.id, `${target.id}Policy`);
    }
    for (const event of events)
      source.out.statement(
        invoke(
          source.construct,
          'addEventNotification',
          eventCode(event),
          create(options.cdk, target.construct),
          optional({ prefix: scope.code('prefix'), suffix: scope.code('suffix') }),
        ),
      );
  },
});

const eventsOf = ({ read }: ConnectionScope): readonly string[] => {
  const events = read('events');
  return Array.isArray(events) ? events.map(String) : [];
};

const filterOf = ({ value }: ConnectionScope): ExpressionObject | undefined => {
  const rules = (['prefix', 'suffix'] as const).flatMap((part) => {
    const text = value(part);
    return text === undefined ? [] : [{ Name: part, Value: text }];
  });
  return rules.length === 0 ? undefined : { S3Key: { Rules: rules } };
};

/** The members of `s3.EventType`. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html */
const bucketEvents = {
  's3:ObjectCreated:*': 'OBJECT_CREATED',
  's3:ObjectCreated:Put': 'OBJECT_CREATED_PUT',
  's3:ObjectCreated:Post': 'OBJECT_CREATED_POST',
  's3:ObjectCreated:Copy': 'OBJECT_CREATED_COPY',
  's3:ObjectCreated:CompleteMultipartUpload': 'OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD',
  's3:ObjectRemoved:*': 'OBJECT_REMOVED',
  's3:ObjectRemoved:Delete': 'OBJECT_REMOVED_DELETE',
  's3:ObjectRemoved:DeleteMarkerCreated': 'OBJECT_REMOVED_DELETE_MARKER_CREATED',
  's3:ObjectRestore:*': 'OBJECT_RESTORE',
  's3:ObjectRestore:Post': 'OBJECT_RESTORE_POST',
  's3:ObjectRestore:Completed': 'OBJECT_RESTORE_COMPLETED',
  's3:ObjectRestore:Delete': 'OBJECT_RESTORE_DELETE',
  's3:ReducedRedundancyLostObject': 'REDUCED_REDUNDANCY_LOST_OBJECT',
  's3:Replication:*': 'REPLICATION',
  's3:Replication:OperationFailedReplication': 'REPLICATION_OPERATION_FAILED_REPLICATION',
  's3:Replication:OperationMissedThreshold': 'REPLICATION_OPERATION_MISSED_THRESHOLD',
  's3:Replication:OperationReplicatedAfterThreshold':
    'REPLICATION_OPERATION_REPLICATED_AFTER_THRESHOLD',
  's3:Replication:OperationNotTracked': 'REPLICATION_OPERATION_NOT_TRACKED',
  's3:LifecycleExpiration:*': 'LIFECYCLE_EXPIRATION',
  's3:LifecycleExpiration:Delete': 'LIFECYCLE_EXPIRATION_DELETE',
  's3:LifecycleExpiration:DeleteMarkerCreated': 'LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED',
  's3:LifecycleTransition': 'LIFECYCLE_TRANSITION',
  's3:IntelligentTiering': 'INTELLIGENT_TIERING',
  's3:ObjectTagging:*': 'OBJECT_TAGGING',
  's3:ObjectTagging:Put': 'OBJECT_TAGGING_PUT',
  's3:ObjectTagging:Delete': 'OBJECT_TAGGING_DELETE',
  's3:ObjectAcl:Put': 'OBJECT_ACL_PUT',
} as const;

const eventCode = (event: string): Code =>
  Object.hasOwn(bucketEvents, event)
    ? member(name('s3.EventType'), bucketEvents[event as keyof typeof bucketEvents])
    : { kind: 'as', value: text(event), type: 's3.EventType' };
