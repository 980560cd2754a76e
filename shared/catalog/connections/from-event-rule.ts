import {
  array,
  type Code,
  call,
  text as string,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, connectionsFrom } from '../connection.ts';
import { document, type Expression, type ExpressionObject, expressionOf } from '../expression.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { eventbridgeTarget } from '../mechanisms/eventbridge-target.mechanism.ts';
import { choice, connectionRef, list, map, type PropertyTable, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  eventBridgeMay,
  inputProperties,
  ruleMay,
  ruleTargetProperties,
} from './shared/rule-target.ts';
import { ruleStartsTasks } from './shared/run-task.ts';
import { dataApiStatements } from './shared/warehouse-access.ts';
import { dimension, watchedBy } from './shared/watched.ts';

const targetsPage = 'Event bus targets in Amazon EventBridge';

const routeProperties: PropertyTable = {
  ...inputProperties,
  path: text({
    default: '/',
    pattern: '^/.*$',
    help: 'The path of the route that the rule calls.',
  }),
  method: choice(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
    default: 'POST',
  }),
};

const routeArn =
  'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/{connection.method}{connection.path}';

const routeSettings = (scope: ConnectionScope) => ({
  path: codeOf(String(scope.read('path') ?? '/')),
  method: codeOf(String(scope.read('method') ?? 'POST')),
  stage: codeOf(scope.target.attribute('stageName')),
});

/** What goes along with a call of an HTTPS address. */
const httpParts = ({ graph, connection }: ConnectionScope) => {
  const part = (property: string): Expression | undefined => {
    const value = graph.value(connection, property);
    const isThere = value !== undefined && value !== null && Object.keys(Object(value)).length > 0;
    return isThere ? document(expressionOf(value)) : undefined;
  };
  return {
    pathParameterValues: part('pathParameterValues'),
    headerParameters: part('headerParameters'),
    queryStringParameters: part('queryStringParameters'),
  };
};

const httpParametersOf = (scope: ConnectionScope): ExpressionObject => {
  const { pathParameterValues, headerParameters, queryStringParameters } = httpParts(scope);
  return (pathParameterValues ?? headerParameters ?? queryStringParameters)
    ? {
        HttpParameters: {
          PathParameterValues: pathParameterValues,
          HeaderParameters: headerParameters,
          QueryStringParameters: queryStringParameters,
        },
      }
    : {};
};

const httpSettings = (scope: ConnectionScope): Readonly<Record<string, Code | undefined>> =>
  Object.fromEntries(
    Object.entries(httpParts(scope)).map(([key, value]) => [
      key,
      value === undefined ? undefined : codeOf(value),
    ]),
  );

const busByArn = ({ target, resourceId }: ConnectionScope, part: string): Code =>
  call(
    'events.EventBus.fromEventBusArn',
    thisExpression,
    string(resourceId(part)),
    codeOf(target.attribute('arn')),
  );

/** The default bus is there in every Region: a stack there with nothing else in it would be empty. */
const isDefaultBusElsewhere = ({ source, target }: ConnectionScope): boolean =>
  target.read('busType') === 'default' && source.region !== target.region;

export const fromEventRule = connectionsFrom<Kind>('event-rule', {
  lambda: eventbridgeTarget({
    label: 'invokes',
    delivery: 'async',
    properties: inputProperties,
    statements: [ruleMay('lambda:InvokeFunction')],
    docs: targetsPage,
    options: { cdk: 'eventsTargets.LambdaFunction', input: 'event' },
  }),
  'sqs-queue': [
    eventbridgeTarget({
      preferred: true,
      label: 'sends to',
      delivery: 'async',
      properties: {
        ...inputProperties,
        messageGroupId: text({
          maxLength: 128,
          advanced: true,
          help: 'A FIFO queue needs one; all events of this rule are then in one group.',
          cfn: 'SqsParameters.MessageGroupId',
          cdk: 'messageGroupId',
        }),
      },
      statements: [ruleMay('sqs:SendMessage')],
      docs: targetsPage,
      options: { cdk: 'eventsTargets.SqsQueue', input: 'message' },
    }),
    deadLetter({
      variant: 'dead-letter',
      label: 'sends undeliverable events to',
      delivery: 'async',
      properties: {
        target: connectionRef({
          help: 'The target whose undeliverable events come here; empty means all targets of the rule.',
        }),
      },
      statements: [ruleMay('sqs:SendMessage')],
      explain:
        'When a target does not take an event for 24 hours or 185 tries, EventBridge puts the event here together with the reason. Without the queue the event is lost.',
      docs: 'Using dead-letter queues to process undelivered events in EventBridge',
      options: { on: 'delivery', reference: 'target' },
    }),
  ],
  'sns-topic': eventbridgeTarget({
    label: 'publishes to',
    delivery: 'async',
    properties: inputProperties,
    statements: [ruleMay('sns:Publish')],
    docs: targetsPage,
    options: { cdk: 'eventsTargets.SnsTopic', input: 'message' },
  }),
  'state-machine': eventbridgeTarget({
    label: 'starts',
    delivery: 'async',
    properties: inputProperties,
    statements: [eventBridgeMay('{target.arn}', 'states:StartExecution')],
    docs: targetsPage,
    options: { cdk: 'eventsTargets.SfnStateMachine', input: 'input', role: 'target' },
  }),
  'kinesis-stream': eventbridgeTarget({
    label: 'puts records into',
    delivery: 'async',
    properties: {
      ...inputProperties,
      partitionKeyPath: text({
        default: '$.id',
        maxLength: 256,
        emitDefault: true,
        help: 'The part of the event that becomes the partition key.',
        cfn: 'KinesisParameters.PartitionKeyPath',
        cdk: 'partitionKeyPath',
      }),
    },
    statements: [eventBridgeMay('{target.arn}', 'kinesis:PutRecord')],
    docs: targetsPage,
    options: {
      cdk: 'eventsTargets.KinesisStream',
      input: 'message',
      role: 'target',
      failures: 'no-policy',
    },
  }),
  firehose: eventbridgeTarget({
    label: 'puts records into',
    delivery: 'async',
    properties: inputProperties,
    statements: [eventBridgeMay('{target.arn}', 'firehose:PutRecord', 'firehose:PutRecordBatch')],
    docs: targetsPage,
    options: {
      cdk: 'eventsTargets.FirehoseDeliveryStream',
      input: 'message',
      role: 'target',
      failures: 'nothing',
    },
  }),
  'event-bus': eventbridgeTarget({
    label: 'forwards to',
    delivery: 'async',
    properties: ruleTargetProperties,
    statements: [eventBridgeMay('{target.arn}', 'events:PutEvents')],
    explain:
      'The rule puts the event on another bus, which may be in another region; rules there pick it up. An event can be forwarded once: a bus does not pass on what another bus sent it. A bus always gets the event as it is.',
    docs: 'Sending and receiving events between event buses in the same account',
    options: {
      cdk: 'eventsTargets.EventBus',
      role: 'rule',
      failures: 'queue',
      entry: (scope) =>
        isDefaultBusElsewhere(scope) ? busByArn(scope, 'Bus') : scope.target.construct,
    },
  }),
  'custom-event-bus': eventbridgeTarget({
    preview: true,
    label: 'forwards to',
    delivery: 'async',
    properties: ruleTargetProperties,
    statements: [eventBridgeMay('{target.arn}', 'events:PutEvents')],
    explain:
      'The rule puts the event on a Custom Event Bus, whose subscribers pick it up: a way to move from the one to the other step by step, and to keep events of AWS services.',
    docs: 'Migrating from Custom Event Bus - Classic to the Custom Event Bus',
    options: {
      cdk: 'eventsTargets.EventBus',
      role: 'rule',
      failures: 'queue',
      entry: (scope) => busByArn(scope, 'Bus'),
    },
  }),
  'log-group': eventbridgeTarget({
    label: 'writes events to',
    delivery: 'async',
    properties: inputProperties,
    statements: [
      {
        side: 'target-policy',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['{target.arn}:*'],
        principal: 'events.amazonaws.com',
      },
    ],
    explain:
      'EventBridge writes each event as a line into the log group, which is a simple way to see what happens on a bus. An input transformer must give an object with timestamp and message.',
    docs: targetsPage,
    options: {
      cdk: 'eventsTargets.CloudWatchLogGroup',
      input: 'logEvent',
      settings: () => ({ installLatestAwsSdk: codeOf(false) }),
      failures: 'no-policy',
    },
  }),
  'appsync-api': eventbridgeTarget({
    label: 'runs a mutation on',
    delivery: 'async',
    properties: {
      ...inputProperties,
      graphQLOperation: text({
        required: true,
        maxLength: 1_048_576,
        help: 'What is run, such as mutation Publish($id: ID!) { publish(id: $id) { id } }. An input transformer gives the variables.',
        cfn: 'AppSyncParameters.GraphQLOperation',
        cdk: 'graphQLOperation',
      }),
    },
    statements: [
      eventBridgeMay(
        'arn:{partition}:appsync:{region}:{account}:apis/{target.id}/types/Mutation/*',
        'appsync:GraphQL',
      ),
    ],
    explain:
      'Each event that fits runs a mutation, and so everybody who subscribes to it hears of the event. EventBridge signs the request with a role; the export switches on AWS_IAM beside the usual way in, and in the schema the mutation says @aws_iam.',
    docs: 'AWS AppSync GraphQL API as a target',
    options: {
      cdk: 'eventsTargets.AppSync',
      input: 'variables',
      role: 'target',
      arn: '{target.endpointArn}',
    },
  }),
  'api-destination': eventbridgeTarget({
    label: 'calls',
    delivery: 'async',
    properties: {
      ...inputProperties,
      pathParameterValues: list({
        advanced: true,
        help: 'What stands in the place of each star in the address, in order.',
      }),
      headerParameters: map({ advanced: true, help: 'Headers to send along.' }),
      queryStringParameters: map({
        advanced: true,
        help: 'What stands behind the question mark of the address.',
      }),
    },
    statements: [eventBridgeMay('{target.arn}', 'events:InvokeApiDestination')],
    docs: 'API destinations as targets in Amazon EventBridge',
    options: {
      cdk: 'eventsTargets.ApiDestination',
      input: 'event',
      role: 'target',
      parameters: httpParametersOf,
      settings: httpSettings,
    },
  }),
  'rest-api': eventbridgeTarget({
    label: 'calls',
    delivery: 'async',
    properties: routeProperties,
    statements: [eventBridgeMay(routeArn, 'execute-api:Invoke')],
    docs: 'Amazon API Gateway as targets in Amazon EventBridge',
    options: {
      cdk: 'eventsTargets.ApiGateway',
      input: 'postBody',
      role: 'target',
      arn: routeArn,
      settings: routeSettings,
    },
  }),
  'http-api': eventbridgeTarget({
    label: 'calls',
    delivery: 'async',
    properties: routeProperties,
    statements: [eventBridgeMay(routeArn, 'execute-api:Invoke')],
    docs: targetsPage,
    options: {
      cdk: 'eventsTargets.ApiGatewayV2',
      input: 'postBody',
      role: 'target',
      arn: routeArn,
      settings: routeSettings,
    },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/Events',
    ['FailedInvocations', 'ThrottledRules', 'TriggeredRules'],
    dimension('RuleName', 'name'),
  ),
  redshift: eventbridgeTarget({
    label: 'runs SQL on',
    delivery: 'async',
    properties: {
      sql: text({
        required: true,
        maxLength: 100_000,
        help: 'What to run, such as CALL load_orders().',
        cfn: 'RedshiftDataParameters.Sql',
      }),
      ...ruleTargetProperties,
    },
    statements: dataApiStatements('service-role', 'redshift-data:ExecuteStatement'),
    explain:
      'EventBridge runs the statement through the Data API and does not wait for the result. The SQL is always the same; what is in the event does not go into it.',
    docs: targetsPage,
    options: {
      cdk: 'eventsTargets.RedshiftQuery',
      failures: 'queue',
      role: 'own',
      entry: ({ target }) => codeOf(target.attribute('arn')),
      parameters: ({ target }) => ({
        RedshiftDataParameters: { Database: target.attribute('database') },
      }),
      settings: ({ target, value }) => ({
        database: codeOf(target.attribute('database')),
        sql: array([codeOf(value('sql') ?? '')]),
      }),
    },
  }),
  'fargate-service': ruleStartsTasks,
});
