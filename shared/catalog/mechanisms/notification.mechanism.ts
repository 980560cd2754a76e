import { defineMechanism } from '../connection.ts';
import { refOf } from '../expression.ts';

/** A service reports what happens to one of its resources. */
export const notification = defineMechanism({
  id: 'notification',
  family: 'event',
  onPath: 'first',
  title: 'Notifications of a service',
  explain:
    'RDS tells a topic what happens to the instance: a failure, a failover, a backup, low storage. It says nothing of the data: a changed row sends no notification. One chooses the categories; a subscription without any would get all of them.',
  emit(scope) {
    const { source, target } = scope;
    const sourceType = scope.value('sourceType') ?? 'db-instance';
    for (const statement of scope.statements('target-policy'))
      target.out.allowOn(target.node.id, statement);
    const isOwn = sourceType === 'db-instance';
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
  },
});
