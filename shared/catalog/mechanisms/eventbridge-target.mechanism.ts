import { type Code, create, invoke, options as optional } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { allowDeadLetters, deadLetterQueueOf } from '../dead-letters.ts';
import { type ExpressionObject, getAtt, isToken } from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import { mergedSettings } from '../merged-settings.ts';
import { serviceRole } from '../service-role.ts';
import { targetInput } from '../target-input.ts';

export interface EventbridgeTarget {
  /** The CDK target class. */
  readonly cdk: string;
  /** The property of the class for the input; absent: the target takes the event as it is. */
  readonly input?: 'event' | 'message' | 'input' | 'postBody' | 'logEvent' | 'variables';
  /**
   * EventBridge acts under a role instead of a resource-based policy of the target. The CDK makes one for each
   * target, or one for each rule; `own`: the export makes one and hands it to the class.
   */
  readonly role?: 'target' | 'rule' | 'own';
  /** The class's first argument when it is not the target's construct. */
  readonly entry?: (scope: ConnectionScope) => Code;
  /** Properties of the target in CloudFormation besides those of the connection. */
  readonly parameters?: (scope: ConnectionScope) => ExpressionObject;
  /** The target's ARN where it is not the attribute `arn`: a text with placeholders. */
  readonly arn?: string;
  /** The class as it is made where it takes nothing but settings. */
  readonly create?: (
    scope: ConnectionScope,
    settings: Readonly<Record<string, Code | undefined>>,
  ) => Code;
  /** Settings of the class besides input and delivery. */
  readonly settings?: (scope: ConnectionScope) => Readonly<Record<string, Code | undefined>>;
  /**
   * What the class does for failed deliveries: retries and the queue with its policy; both without the policy; the
   * queue with its policy only; or nothing. Default: all.
   */
  readonly failures?: 'all' | 'no-policy' | 'queue' | 'nothing';
  /** What the class cannot say of this target, by paths in it. */
  readonly overrides?: (scope: ConnectionScope) => ExpressionObject;
}

const reference = 'target';

/** A rule hands an event to its target. */
export const eventbridgeTarget = defineMechanism<EventbridgeTarget>({
  id: 'eventbridge-target',
  family: 'event',
  title: 'Target of a rule',
  explain:
    'EventBridge hands each event that fits the rule to the target, at least once. When the target does not take it, EventBridge tries again for up to 24 hours and 185 times; then the event is lost, unless the target has a dead-letter queue. An input transformer can rewrite the event on the way.',
  emit(scope) {
    const { source, target, options, connection, graph } = scope;
    const { out } = source;
    const failures = options.failures ?? 'all';
    const input = targetInput(
      options.input === undefined ? undefined : graph.value(connection, 'inputTransformer'),
    );
    const queue = deadLetterQueueOf(scope, reference);
    const retries = retryPolicy(scope);
    const index = graph
      .outgoing(source.node, { mechanism: 'eventbridge-target' })
      .findIndex(({ id }) => id === connection.id);

    out.append(source.id, 'Targets', {
      Id: `Target${index}`,
      Arn: options.arn === undefined ? target.attribute('arn') : scope.fill(options.arn),
      RoleArn: options.role && getAtt(roleId(scope, options.role), 'Arn'),
      ...mergedSettings(scope.cfnProperties(), options.parameters?.(scope) ?? {}),
      ...input.cfn,
      RetryPolicy: retries,
      DeadLetterConfig: queue && { Arn: queue.attribute('arn') },
    });

    // The class looks at the numbers, so it cannot take what is known at deployment only.
    const classTakesRetries =
      (failures === 'all' || failures === 'no-policy') &&
      !Object.values(retries ?? {}).some(isToken);
    const classTakesQueue = failures !== 'nothing';
    const settings = {
      ...scope.cdkProps(),
      ...(options.role === 'own' ? { role: constructRef(roleId(scope, 'own')) } : {}),
      ...options.settings?.(scope),
      ...(options.input === undefined ? {} : { [options.input]: input.code }),
      ...(classTakesRetries
        ? {
            retryAttempts: scope.code('maximumRetryAttempts'),
            maxEventAge: scope.code('maximumEventAge'),
          }
        : {}),
      deadLetterQueue: classTakesQueue ? queue?.construct : undefined,
    };
    out.statement(
      invoke(
        source.construct,
        'addTarget',
        options.create?.(scope, settings) ??
          create(options.cdk, options.entry?.(scope) ?? target.construct, optional(settings)),
      ),
    );
    if (retries !== undefined && !classTakesRetries)
      out.override(source.id, `Targets.${index}.RetryPolicy`, retries);
    for (const [path, value] of Object.entries(options.overrides?.(scope) ?? {}))
      if (value !== undefined) out.override(source.id, `Targets.${index}.${path}`, value);
    if (queue !== undefined && !classTakesQueue)
      out.override(source.id, `Targets.${index}.DeadLetterConfig`, { Arn: queue.attribute('arn') });
    if (queue !== undefined)
      allowDeadLetters(
        queue,
        source,
        'events.amazonaws.com',
        failures === 'all' || failures === 'queue' ? 'sam' : undefined,
      );
    allowDelivery(scope);
  },
});

/** The CDK target allows the delivery by itself; SAM needs it written. */
const allowDelivery = (scope: ConnectionScope<EventbridgeTarget>): void => {
  const { source, target, options } = scope;
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement, 'sam');
  if (options.role === undefined) return;
  const role = {
    service: 'events.amazonaws.com',
    policy: { name: scope.resourceId('Target'), statements: scope.statements('service-role') },
  };
  if (options.role === 'own') grantedRole(source.out, roleId(scope, 'own'), role);
  else serviceRole(source.out, roleId(scope, options.role), { ...role, cdk: 'none' });
};

const roleId = (
  { source, target, resourceId }: ConnectionScope,
  owner: NonNullable<EventbridgeTarget['role']>,
): string => {
  if (owner === 'own') return resourceId('Role');
  return `${owner === 'rule' ? source.id : target.id}EventsRole`;
};

const retryPolicy = ({ value }: ConnectionScope): ExpressionObject | undefined => {
  const attempts = value('maximumRetryAttempts');
  const age = value('maximumEventAge');
  return attempts === undefined && age === undefined
    ? undefined
    : { MaximumRetryAttempts: attempts, MaximumEventAgeInSeconds: age };
};
