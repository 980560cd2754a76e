import { call, create } from '../../lib/typescript/syntax.ts';
import type { ConstructSpec } from '../blueprint.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { type Expression, getAtt } from '../expression.ts';
import { serviceRole } from '../service-role.ts';

export interface LogSubscription {
  /** The class of the destination in the CDK. */
  readonly cdk: string;
  /** SAM has an event source for functions; the others need a filter and a role that CloudWatch Logs assumes. */
  readonly event?: boolean;
}

/** Lines of a log group go on to others while they arrive. */
export const logSubscription = defineMechanism<LogSubscription>({
  id: 'log-subscription',
  family: 'trigger',
  title: 'Log subscription',
  explain:
    'CloudWatch Logs sends the lines that match a pattern on as they arrive, packed with gzip and written in Base64. A function is called directly; for a stream there is a role that CloudWatch Logs assumes. A log group has two such filters by default.',
  emit(scope) {
    const { source, target, options } = scope;
    const filter = scope.resourceId('Subscription');
    const pattern = scope.value('filterPattern') ?? '';
    if (options.event === true) {
      target.out.event(target.id, source.id, {
        type: 'CloudWatchLogs',
        properties: { LogGroupName: source.attribute('name'), FilterPattern: pattern },
      });
      source.out.construct(filter, filterConstruct(scope, pattern));
    } else {
      const role = emitRole(scope);
      source.out.resource(filter, {
        type: 'AWS::Logs::SubscriptionFilter',
        properties: {
          LogGroupName: source.attribute('name'),
          DestinationArn: target.attribute('arn'),
          RoleArn: getAtt(role, 'Arn'),
          FilterPattern: pattern,
          ...scope.cfnProperties(),
        },
        cdk: filterConstruct(scope, pattern),
      });
    }
  },
});

const filterConstruct = (scope: ConnectionScope<LogSubscription>, pattern: Expression) =>
  ({
    class: 'logs.SubscriptionFilter',
    props: {
      logGroup: scope.source.construct,
      destination: create(scope.options.cdk, scope.target.construct),
      filterPattern:
        pattern === ''
          ? call('logs.FilterPattern.allEvents')
          : call('logs.FilterPattern.literal', codeOf(pattern)),
      ...scope.cdkProps(),
    },
  }) satisfies ConstructSpec;

/** The role in SAM; in the CDK the destination makes one. */
const emitRole = (scope: ConnectionScope): string => {
  const role = scope.resourceId('SubscriptionRole');
  serviceRole(scope.source.out, role, {
    service: 'logs.amazonaws.com',
    policy: { name: 'Deliver', statements: scope.statements('service-role') },
    cdk: 'none',
  });
  return role;
};
