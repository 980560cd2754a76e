import { member, name, object } from '../../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../../code.ts';
import type { ConnectionScope } from '../../connection.ts';
import { type Expression, getAtt, join, pseudo } from '../../expression.ts';
import { grantedRole } from '../../granted-role.ts';

/** The service chooses the name of the group; the drawn one gets it, unless the user gave it a name already. */
const giveName = (scope: ConnectionScope, groupName: Expression): void => {
  const { target } = scope;
  if (target.value('logGroupName') !== undefined) return;
  target.out.set(target.id, 'LogGroupName', groupName);
  target.out.props(target.id, { logGroupName: codeOf(groupName) });
};

/** https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html */
export const emitUserPoolLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const destination = { CloudWatchLogsConfiguration: { LogGroupArn: target.attribute('arn') } };
  source.out.resource(scope.resourceId('Logs'), {
    type: 'AWS::Cognito::LogDeliveryConfiguration',
    properties: {
      UserPoolId: source.attribute('id'),
      LogConfigurations: [
        { EventSource: 'userNotification', LogLevel: 'ERROR', ...destination },
        ...(source.read('featurePlan') === 'PLUS'
          ? [{ EventSource: 'userAuthEvents', LogLevel: 'INFO', ...destination }]
          : []),
      ],
    },
  });
};

/** Protocols of delivery status by the kinds that subscribe; the member is that of `sns.LoggingProtocol`. */
const protocols: Readonly<Record<string, readonly [string, string]>> = {
  lambda: ['lambda', 'LAMBDA'],
  'sqs-queue': ['sqs', 'SQS'],
  firehose: ['firehose', 'FIREHOSE'],
  'rest-api': ['http/s', 'HTTP'],
  'http-api': ['http/s', 'HTTP'],
  'external-endpoint': ['http/s', 'HTTP'],
};

/**
 * What a topic could not deliver. The group has a name that SNS chooses.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html
 */
export const emitDeliveryStatus = (scope: ConnectionScope): void => {
  const { source, graph } = scope;
  const role = scope.resourceId('Role');
  grantedRole(source.out, role, {
    service: 'sns.amazonaws.com',
    policy: { name: 'WriteDeliveryStatus', statements: scope.statements('service-role') },
  });
  const subscribed = new Map(
    graph
      .targets(source.node, { mechanism: 'subscription' })
      .flatMap(({ kind }) => (protocols[kind] === undefined ? [] : [protocols[kind]])),
  );
  const used = subscribed.size > 0 ? subscribed : new Map(Object.values(protocols));
  for (const [protocol, code] of used) {
    source.out.append(source.id, 'DeliveryStatusLogging', {
      Protocol: protocol,
      FailureFeedbackRoleArn: getAtt(role, 'Arn'),
    });
    source.out.appendProp(
      source.id,
      'loggingConfigs',
      object({
        protocol: member(name('sns.LoggingProtocol'), code),
        failureFeedbackRole: constructRef(role),
      }),
    );
  }
  giveName(
    scope,
    join(
      'sns/',
      pseudo('Region'),
      '/',
      pseudo('AccountId'),
      '/',
      source.attribute('name'),
      '/Failure',
    ),
  );
};

/** AppSync names the group by the id of the API. https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html */
export const emitGraphqlLogs = (scope: ConnectionScope): void =>
  giveName(scope, join('/aws/appsync/apis/', scope.source.attribute('id')));
