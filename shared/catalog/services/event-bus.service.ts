import {
  call,
  member,
  name,
  object,
  text as string,
  template,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { arn, type Expression, getAtt, join, pseudo, refOf } from '../expression.ts';
import { choice, days, text } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { keep, message } from '../workflow/task-parts.ts';

const isDefault = (scope: NodeScope): boolean => scope.read('busType') === 'default';

/** The bus that AWS gives every account. In a design of several regions the ARN says which one is meant. */
const defaultBusArn = ({ graph, region }: NodeScope): Expression =>
  arn('events', 'event-bus/default', graph.nodes('region').length === 0 ? {} : { region });

/** The bus as the source of its archive, and as what others put events on, needs a construct; rules do not. */
const needsConstruct = ({ graph, node, value }: NodeScope): boolean =>
  value('archiveRetentionDays') !== undefined ||
  graph.incoming(node).some((connection) => graph.mechanism(connection) !== 'event-source');

export const eventBus = defineService({
  kind: 'event-bus',
  title: 'EventBridge event bus',
  words: 'eb eventbridge events bus pub sub publish',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Events::EventBus', 'AWS::Events::Archive'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    busType: choice(['default', 'custom', 'partner'], {
      default: 'custom',
      required: true,
      help: 'Every account has the default bus; only it receives the events of AWS services. A partner bus receives those of a SaaS vendor.',
    }),
    name: text({
      maxLength: 256,
      pattern: '^[/.\\-_A-Za-z0-9]+$',
      when: (read) => read('busType') !== 'default',
      help: "Empty makes a name of the stack's. A partner bus has the name of the partner event source.",
    }),
    archiveRetentionDays: days({
      min: 0,
      advanced: true,
      help: 'Keeps all events this long for a replay; 0 keeps them for ever, empty keeps none.',
    }),
    logLevel: choice(['OFF', 'ERROR', 'INFO', 'TRACE'], {
      default: 'OFF',
      advanced: true,
      when: (read) => read('busType') !== 'default',
      help: 'How much the bus logs to what it is connected to.',
    }),
    kmsKeyIdentifier: text({
      advanced: true,
      when: (read) => read('busType') !== 'default',
      help: 'Encrypts events with this KMS key: its ARN, id or alias.',
      cfn: 'KmsKeyIdentifier',
    }),
  },
  attributes: {
    arn: {
      cfn: (scope) => (isDefault(scope) ? defaultBusArn(scope) : getAtt(scope.id, 'Arn')),
      cdk: (construct, scope) =>
        isDefault(scope) ? codeOf(defaultBusArn(scope)) : member(construct, 'eventBusArn'),
    },
    name: {
      cfn: (scope) => (isDefault(scope) ? 'default' : refOf(scope.id)),
      cdk: (construct, scope) =>
        isDefault(scope) ? string('default') : member(construct, 'eventBusName'),
    },
  },
  clients: [
    {
      variables: ['EVENT_BUS_NAME'],
      what: 'event bus',
      sdk: {
        id: 'events',
        node: 'eventbridge',
        java: 'eventbridge',
        ruby: 'eventbridge',
        dotnet: 'EventBridge',
      },
    },
  ],
  task: {
    verb: 'Put event on',
    services: { events: ['EventBusName'], eventbridge: ['EventBusName'] },
    waits: true,
    call: (context) => ({
      resource: 'events:putEvents',
      arguments: {
        Entries: [
          {
            EventBusName: context.fill('Arn', context.target.attribute('arn')),
            Source: 'workflow',
            DetailType: String(context.read('stateName') ?? 'Workflow step'),
            Detail: message(context),
          },
        ],
      },
      output: keep,
    }),
  },
  summary: (read) =>
    [
      String(read('busType')),
      ...(read('archiveRetentionDays') === undefined ? [] : ['archive']),
    ].join(' · '),
  explain:
    'A bus takes in events: small JSON messages that say what happened, such as "order placed". Rules on the bus pick events by their content and hand them to targets, so senders and receivers never know each other. AWS services report to the default bus of the account; the events of your own programs are better kept on a bus of their own.',
  cost: 'Events that are put on a custom bus, each 64 KB; events of AWS services are free. An archive is paid by size.',
  limits: [
    'An event has at most 1 MB.',
    '100 buses in a region, 300 rules on a bus (both adjustable).',
    'One PutEvents call takes 10 events.',
  ],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
  emit(scope) {
    const { out, id } = scope;
    if (isDefault(scope)) {
      if (needsConstruct(scope))
        out.construct(id, {
          create: call(
            'events.EventBus.fromEventBusName',
            thisExpression,
            string(id),
            string('default'),
          ),
          type: 'events.IEventBus',
        });
    } else emitBus(scope);
    emitArchive(scope);
  },
});

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
const isPartnerSource = (name: Expression | undefined): boolean =>
  typeof name === 'string'
    ? /^aws\.partner(\/[.\-_A-Za-z0-9]+){2,}$/.test(name)
    : name !== undefined;

/** An arrow to a place for logs means that failures at least are wanted. */
const logLevel = (scope: NodeScope): string | undefined => {
  const level = scope.read('logLevel');
  if (typeof level === 'string' && level !== 'OFF') return level;
  return scope.links('out', { mechanism: 'logging' }).length > 0 ? 'ERROR' : undefined;
};

const emitBus = (scope: NodeScope): void => {
  const { out, id } = scope;
  const chosen = scope.value('name');
  const isPartner = scope.read('busType') === 'partner';
  if (isPartner && !isPartnerSource(chosen))
    out.problem(
      `"${scope.node.name}" is a partner bus and must have the name of its partner event source, such as aws.partner/shop.example/orders.`,
    );
  const made = `-${id.slice(0, 100)}`;
  const logs = logLevel(scope);
  out.resource(id, {
    type: 'AWS::Events::EventBus',
    properties: {
      Name: chosen ?? join(pseudo('StackName'), made),
      ...(isPartner ? { EventSourceName: chosen } : {}),
      ...scope.cfnProperties(),
      ...(logs === undefined ? {} : { LogConfig: { Level: logs } }),
    },
    cdk: scope.l2('events.EventBus', {
      [isPartner ? 'eventSourceName' : 'eventBusName']:
        chosen === undefined ? template(name('cdk.Aws.STACK_NAME'), made) : codeOf(chosen),
      logConfig:
        logs === undefined ? undefined : object({ level: member(name('events.Level'), logs) }),
    }),
  });
  // The L2 construct wants a key construct.
  const key = scope.value('kmsKeyIdentifier');
  if (key !== undefined) out.override(id, 'KmsKeyIdentifier', key);
};

const emitArchive = (scope: NodeScope): void => {
  const { out, id } = scope;
  const retention = scope.value('archiveRetentionDays');
  if (retention === undefined) return;
  out.resource(`${id}Archive`, {
    type: 'AWS::Events::Archive',
    properties: { SourceArn: scope.attribute('arn'), RetentionDays: retention },
    cdk: {
      class: 'events.Archive',
      props: {
        sourceEventBus: constructRef(id),
        eventPattern: object({}),
        retention: retention === 0 ? undefined : scope.code('archiveRetentionDays'),
      },
    },
  });
};
