import { invoke } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { type ExpressionObject, getAtt, pseudo, refOf } from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { configurationSetArn, configurationSetId } from './configuration-set.ts';

/** Where SES tells of the mails that it sends. https://docs.aws.amazon.com/ses/latest/dg/monitor-using-event-publishing.html */
export const emitEventDestinations = (scope: NodeScope): void => {
  for (const link of [
    ...scope.links('out', { mechanism: 'notification' }),
    ...scope.links('out', { mechanism: 'event-source' }),
  ])
    emitDestination(scope, link);
};

const emitDestination = (scope: NodeScope, link: LinkScope): void => {
  const { out } = scope;
  const { target } = link;
  const id = link.resourceId('Events');
  const destination = destinationOf(scope, link);
  if (destination === undefined) return;
  const events = link.read('events');
  out.resource(id, {
    type: 'AWS::SES::ConfigurationSetEventDestination',
    properties: {
      ConfigurationSetName: refOf(configurationSetId(scope)),
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: Array.isArray(events) ? events.map(String) : [],
        ...destination,
      },
    },
  });
  if (target.node.kind !== 'sns-topic') return;
  // SES tries the topic when it is named, so the topic has to let it in before.
  if (link.read('permissions') === 'generated' && target.region === scope.region)
    out.dependsOn(id, `${target.id}Policy`);
  out.statement(invoke(constructRef(id), 'node.addDependency', target.construct));
};

const destinationOf = (scope: NodeScope, link: LinkScope): ExpressionObject | undefined => {
  const { out } = scope;
  const { target } = link;
  const generated = link.read('permissions') === 'generated';
  const bySet = {
    'aws:SourceAccount': pseudo('AccountId'),
    'aws:SourceArn': configurationSetArn(scope),
  };
  switch (target.node.kind) {
    case 'sns-topic':
      if (generated)
        target.out.allowOn(target.node.id, {
          actions: ['sns:Publish'],
          resources: [target.attribute('arn')],
          principal: { Service: 'ses.amazonaws.com' },
          conditions: { StringEquals: bySet },
        });
      return { SnsDestination: { TopicARN: target.attribute('arn') } };
    case 'firehose': {
      const role = link.resourceId('EventsRole');
      grantedRole(out, role, {
        service: 'ses.amazonaws.com',
        conditions: { StringEquals: bySet },
        ...(generated && {
          policy: {
            name: 'PutSendingEvents',
            statements: [
              { actions: ['firehose:PutRecordBatch'], resources: [target.attribute('arn')] },
            ],
          },
        }),
      });
      return {
        KinesisFirehoseDestination: {
          DeliveryStreamARN: target.attribute('arn'),
          IAMRoleARN: getAtt(role, 'Arn'),
        },
      };
    }
    case 'event-bus':
      if (target.read('busType') !== 'default') {
        out.problem(
          `SES tells the default bus of its mails and no other: connect "${scope.node.name}" to the default bus instead of "${target.node.name}".`,
        );
        return undefined;
      }
      return { EventBridgeDestination: { EventBusArn: target.attribute('arn') } };
    default:
      return undefined;
  }
};
