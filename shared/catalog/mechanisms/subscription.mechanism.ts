import {
  type Code,
  create,
  invoke,
  member,
  name,
  object,
  options as optional,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { allowDeadLetters, deadLetterQueueOf } from '../dead-letters.ts';
import { type Expression, type ExpressionObject, getAtt, isToken } from '../expression.ts';
import { serviceRole } from '../service-role.ts';
import { deliveryPolicy, filterPolicy, type SubscriptionSetting } from '../subscription-filter.ts';

export interface Subscription {
  readonly protocol: 'lambda' | 'sqs' | 'firehose' | 'https' | 'application' | 'email' | 'sms';
  /** Where messages go; absent: the target's ARN. */
  readonly endpoint?: (scope: ConnectionScope) => Expression;
  /** The CDK subscription class; its first argument is the target's construct, or the endpoint where there is one. */
  readonly cdk?: string;
}

type Scope = ConnectionScope<Subscription>;

const reference = 'subscription';

/** A subscriber gets every message of a topic, or those that pass its filter. */
export const subscription = defineMechanism<Subscription>({
  id: 'subscription',
  family: 'trigger',
  title: 'Topic subscription',
  explain:
    'SNS hands a copy of every message to each subscriber, unless the subscription has a filter policy that the message does not fit. When a subscriber does not take it, SNS tries again: for days with AWS services, for an hour with web addresses. After that the message is lost, unless the subscription has a dead-letter queue.',
  emit(scope) {
    const { source, target, options } = scope;
    const settings = settingsOf(scope);
    const queue = deadLetterQueueOf(scope, reference);
    const endpoint = options.endpoint?.(scope) ?? target.attribute('arn');
    // A subscription to another region lives with the subscriber and says where the topic is.
    const isAway = options.endpoint === undefined && source.region !== target.region;
    const common: ExpressionObject = {
      Region: isAway ? source.region : undefined,
      ...settings.cfn,
      RedrivePolicy: queue && { deadLetterTargetArn: queue.attribute('arn') },
    };
    if (options.protocol === 'lambda')
      target.out.event(target.id, source.id, {
        type: 'SNS',
        properties: { Topic: source.attribute('arn'), ...common },
      });
    else
      (options.endpoint === undefined ? target : source).out.resource(subscriptionId(scope), {
        type: 'AWS::SNS::Subscription',
        properties: {
          TopicArn: source.attribute('arn'),
          Protocol: protocolOf(scope, endpoint),
          Endpoint: endpoint,
          SubscriptionRoleArn:
            options.protocol === 'firehose' ? getAtt(firehoseRole(scope), 'Arn') : undefined,
          ...common,
        },
        cdk: 'none',
      });
    allow(scope);
    if (queue !== undefined) allowDeadLetters(queue, source, 'sns.amazonaws.com', 'sam');
    (isAway ? target : source).out.statement(
      subscribe(scope, endpoint, settings, queue?.construct),
    );
  },
});

interface Settings {
  readonly cfn: ExpressionObject;
  readonly code: Readonly<Record<string, Code | undefined>>;
  /** What the CDK class cannot take, by CloudFormation property. */
  readonly overrides: ExpressionObject;
}

const settingsOf = (scope: Scope): Settings => {
  const { graph, connection, definition } = scope;
  const raw = (property: string) =>
    Object.hasOwn(definition.properties, property) ? graph.value(connection, property) : undefined;
  const isBody = raw('filterPolicyScope') === 'MessageBody';
  const filter = filterPolicy(raw('filterPolicy'), isBody);
  const delivery = deliveryPolicy(raw('deliveryPolicy'));
  return {
    cfn: {
      ...scope.cfnProperties(),
      FilterPolicyScope: filter !== undefined && isBody ? 'MessageBody' : undefined,
      FilterPolicy: filter?.cfn,
      DeliveryPolicy: delivery?.cfn,
    },
    code: {
      ...scope.cdkProps(),
      [isBody ? 'filterPolicyWithMessageBody' : 'filterPolicy']: filter?.code,
      deliveryPolicy: delivery?.code,
    },
    overrides: {
      FilterPolicy: withoutCode(filter),
      FilterPolicyScope: isBody ? withoutCode(filter) && 'MessageBody' : undefined,
      DeliveryPolicy: withoutCode(delivery),
    },
  };
};

const withoutCode = (setting: SubscriptionSetting | undefined): Expression | undefined =>
  setting !== undefined && setting.code === undefined ? setting.cfn : undefined;

/** Allows the delivery in SAM; the CDK class does it by itself. */
const allow = (scope: Scope): void => {
  const { target, options } = scope;
  // SAM's own event source brings the permission of a function.
  if (options.protocol === 'sqs')
    for (const statement of scope.statements('target-policy'))
      target.out.allowOn(target.node.id, statement, 'sam');
  if (options.protocol === 'firehose')
    serviceRole(target.out, firehoseRole(scope), {
      service: 'sns.amazonaws.com',
      policy: {
        name: subscriptionId(scope),
        statements: scope.statements('service-role'),
      },
      cdk: 'none',
    });
};

/** One role for all topics that deliver to the stream, as the CDK does it. */
const firehoseRole = ({ target }: Scope): string => `${target.id}SubscriptionRole`;

/** A person can have mails and text messages from one topic, which are subscriptions of their own. */
const subscriptionId = ({ options, resourceId }: Scope): string =>
  resourceId(
    options.protocol === 'email' || options.protocol === 'sms'
      ? `${options.protocol}Subscription`
      : 'Subscription',
  );

const protocolOf = ({ options, read }: Scope, endpoint: Expression): string => {
  if (options.protocol === 'email') return read('json') === true ? 'email-json' : 'email';
  return typeof endpoint === 'string' && endpoint.startsWith('http:') ? 'http' : options.protocol;
};

const subscribe = (
  scope: Scope,
  endpoint: Expression,
  settings: Settings,
  deadLetterQueue: Code | undefined,
): Code => {
  const { source, target, options } = scope;
  const isAddress = options.endpoint !== undefined;
  const subscribed =
    options.cdk === undefined
      ? create(
          'sns.Subscription',
          thisExpression,
          text(subscriptionId(scope)),
          object({
            topic: source.construct,
            protocol: name('sns.SubscriptionProtocol.APPLICATION'),
            endpoint: codeOf(endpoint),
          }),
        )
      : invoke(
          source.construct,
          'addSubscription',
          create(
            options.cdk,
            isAddress ? codeOf(endpoint) : target.construct,
            optional({
              ...settings.code,
              // The class reads the protocol off the address, which is not known yet.
              protocol:
                options.protocol === 'https' && isToken(endpoint)
                  ? name('sns.SubscriptionProtocol.HTTPS')
                  : undefined,
              deadLetterQueue,
            }),
          ),
        );
  return Object.values(settings.overrides).some((value) => value !== undefined)
    ? invoke(
        {
          kind: 'as',
          value: member(subscribed, 'node.defaultChild'),
          type: 'sns.CfnSubscription',
        },
        'addOverride',
        text('Properties'),
        codeOf(settings.overrides),
      )
    : subscribed;
};
