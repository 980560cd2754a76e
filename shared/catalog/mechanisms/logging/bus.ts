import { name, object } from '../../../lib/typescript/syntax.ts';
import type { Blueprint } from '../../blueprint.ts';
import type { ConnectionScope } from '../../connection.ts';
import { type Expression, getAtt, join, pseudo, refOf } from '../../expression.ts';

/** Names of deliveries have at most 60 characters, and those of our stacks up to 40. */
const nameOf = (id: string, word: string): Expression =>
  join(pseudo('StackName'), '-', `${id.slice(0, 19 - word.length)}${word}`);

/**
 * A delivery of vended logs: a source for each kind of log, one destination, and what connects them. The CDK has no
 * L2 constructs for it. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
const emitDelivery = (
  out: Blueprint,
  scope: ConnectionScope,
  logTypes: readonly { readonly type: string; readonly word: string }[],
): void => {
  const { source, target } = scope;
  const destination = scope.resourceId('LogDestination');
  out.resource(destination, {
    type: 'AWS::Logs::DeliveryDestination',
    properties: {
      Name: nameOf(target.id, 'To'),
      DestinationResourceArn: target.attribute('arn'),
    },
  });
  for (const { type, word } of logTypes) {
    const deliverySource = scope.resourceId(`${word}LogSource`);
    out.resource(deliverySource, {
      type: 'AWS::Logs::DeliverySource',
      properties: {
        Name: nameOf(source.id, word),
        ResourceArn: source.attribute('arn'),
        LogType: type,
      },
    });
    out.resource(scope.resourceId(`${word}LogDelivery`), {
      type: 'AWS::Logs::Delivery',
      properties: {
        DeliverySourceName: refOf(deliverySource),
        DeliveryDestinationArn: getAtt(destination, 'Arn'),
      },
    });
  }
};

/** What a bus logs at each level. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html */
const busLogs = [
  { level: 'ERROR', type: 'ERROR_LOGS', word: 'Error' },
  { level: 'INFO', type: 'INFO_LOGS', word: 'Info' },
  { level: 'TRACE', type: 'TRACE_LOGS', word: 'Trace' },
] as const;

/** The logs of an event bus; an arrow to a log group means that failures at least are wanted. */
export const emitBusLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (!source.out.has(source.id)) {
    source.out.problem(
      `"${source.node.name}" is a bus that AWS made, which writes no logs: remove the connection to "${target.node.name}".`,
    );
    return;
  }
  const index = busLogs.findIndex(({ level }) => level === source.read('logLevel'));
  // Without a level the bus would log nothing.
  if (index < 0) {
    source.out.set(source.id, 'LogConfig', { Level: 'ERROR' });
    source.out.props(source.id, { logConfig: object({ level: name('events.Level.ERROR') }) });
  }
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement);
  emitDelivery(source.out, scope, busLogs.slice(0, Math.max(index, 0) + 1));
};
