import { vaultId } from '../backup-vault.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { refOf } from '../expression.ts';

export type Notification =
  /** A subscription to the events of RDS, which is a resource of its own; `own` is the type of source that is drawn. */
  | { readonly by: 'subscription'; readonly own: 'db-instance' | 'db-cluster' }
  /** A property of the source's resource holds the topic; `can` says a problem where it cannot. */
  | {
      readonly by: 'property';
      readonly property: string;
      readonly can?: (scope: ConnectionScope) => boolean;
    }
  /** The source's kind writes it among its own settings. */
  | { readonly by: 'kind' }
  /** The vault of a backup plan. */
  | { readonly by: 'vault' };

/** A service reports what happens to one of its resources. */
export const notification = defineMechanism<Notification>({
  id: 'notification',
  family: 'event',
  onPath: 'first',
  title: 'Notifications of a service',
  explain:
    'A service tells a topic what happens to what it runs: a failure, a failover, a backup, low storage, a mail that bounced. It says nothing of the data: a changed row sends no notification.',
  emit(scope) {
    const { source, target, options } = scope;
    if (options.by === 'kind') return;
    if (options.by === 'property' && options.can?.(scope) === false) return;
    for (const statement of scope.statements('target-policy'))
      target.out.allowOn(target.node.id, statement);
    if (options.by === 'subscription') subscribe(scope, options.own);
    else if (options.by === 'vault') notifyOfBackups(scope);
    else source.out.set(source.id, options.property, target.attribute('arn'));
  },
});

const subscribe = (scope: ConnectionScope, own: string): void => {
  const { source, target } = scope;
  const sourceType = scope.value('sourceType') ?? own;
  const isOwn = sourceType === own;
  const categories = scope.read('eventCategories');
  source.out.resource(scope.resourceId('Events'), {
    type: 'AWS::RDS::EventSubscription',
    properties: {
      SnsTopicArn: target.attribute('arn'),
      SourceType: sourceType,
      // Of the other types there are several, and none of them is drawn.
      SourceIds: isOwn ? [refOf(source.id)] : undefined,
      EventCategories:
        isOwn && Array.isArray(categories) && categories.length > 0
          ? categories.map(String)
          : undefined,
      Enabled: true,
    },
  });
};

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html */
const notifyOfBackups = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const vault = vaultId(source);
  if (!source.out.has(vault)) {
    source.out.problem(
      `"${source.node.name}" keeps its backups in the vault Default, which is not part of the stack: give the vault another name, so that it can tell "${target.node.name}".`,
    );
    return;
  }
  const chosen = scope.read('events');
  const events =
    Array.isArray(chosen) && chosen.length > 0 ? chosen.map(String) : ['BACKUP_JOB_FAILED'];
  const notifications = { BackupVaultEvents: events, SNSTopicArn: target.attribute('arn') };
  source.out.set(vault, 'Notifications', notifications);
  source.out.override(vault, 'Notifications', notifications);
};
