import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** State machines and what they call. */
export const workflows: readonly ExportCase[] = [
  {
    title: 'a workflow calls functions, tables, queues and topics, and waits for approval',
    design: design(
      node('state-machine', 'order flow', { timeoutSeconds: 86_400, tracingEnabled: true }, 'flow'),
      node('lambda', 'check'),
      node('dynamodb-table', 'orders', { sortKey: { name: 'line no', type: 'N' } }),
      node('sqs-queue', 'parcels', { fifoQueue: true }),
      node('sqs-queue', 'letters'),
      node('sns-topic', 'approvals'),
      node('event-bus', 'events', { name: 'orders' }),
      connection('state-machine--lambda', 'flow', 'check', {
        stateName: 'Check the order',
        timeoutSeconds: 30,
        catch: [{ ErrorEquals: ['States.ALL'], Next: 'Give up' }],
      }),
      connection('state-machine--dynamodb-table', 'flow', 'orders', { action: 'putItem' }),
      connection('state-machine--dynamodb-table', 'flow', 'orders', { action: 'updateItem' }),
      connection('state-machine--dynamodb-table', 'flow', 'orders', { action: 'getItem' }),
      connection('state-machine--dynamodb-table', 'flow', 'orders', { action: 'deleteItem' }),
      connection('state-machine--sns-topic', 'flow', 'approvals', {
        stateName: 'Ask for approval',
        pattern: 'wait-for-task-token',
        timeoutSeconds: 604_800,
      }),
      connection('state-machine--sqs-queue', 'flow', 'parcels'),
      connection('state-machine--sqs-queue', 'flow', 'letters', { pattern: 'wait-for-task-token' }),
      connection('state-machine--event-bus', 'flow', 'events', { stateName: 'Tell the others' }),
    ),
  },
  {
    title: 'an Express workflow in JSONPath without tasks, and one that waits for another',
    design: design(
      node('state-machine', 'short', {
        stateMachineType: 'EXPRESS',
        queryLanguage: 'JSONPath',
        logLevel: 'ALL',
        includeExecutionData: true,
      }),
      node('state-machine', 'parent', { queryLanguage: 'JSONPath', logLevel: 'OFF' }),
      node('state-machine', 'child', { stateMachineName: 'child' }),
      node('kinesis-stream', 'clicks'),
      node('s3-bucket', 'files'),
      node('log-group', 'history', { retentionInDays: 90 }),
      connection('state-machine--state-machine', 'parent', 'child', { pattern: 'sync' }),
      connection('state-machine--kinesis-stream', 'parent', 'clicks'),
      connection('state-machine--s3-bucket', 'parent', 'files', { action: 'getObject' }),
      connection('state-machine--s3-bucket', 'parent', 'files', { action: 'listObjectsV2' }),
      connection('state-machine--s3-bucket', 'parent', 'files'),
      connection('state-machine--log-group', 'child', 'history'),
    ),
  },
  {
    title: 'a workflow with a definition of its own calls an address on the web',
    design: design(
      node('state-machine', 'calls', {
        definition: {
          StartAt: 'Send',
          States: {
            Send: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sqs:sendMessage',
              Parameters: {
                QueueUrl: '${InboxUrl}',
                'MessageBody.$': '$',
                DelaySeconds: 5,
              },
              Next: 'Wait',
            },
            Wait: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Call' },
            Call: {
              Type: 'Task',
              Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:states:::http:invoke' },
              Parameters: { ApiEndpoint: '${Address}', Method: 'GET' },
              End: true,
            },
          },
        },
      }),
      node('sqs-queue', 'inbox'),
      node('state-machine', 'generated'),
      node('external-endpoint', 'partner', {
        url: 'https://partner.example.com/orders',
        authType: 'api-key',
        secretName: 'partner',
      }),
      node('external-endpoint', 'shop', {
        url: 'https://shop.example.com/orders',
        authType: 'oauth2-client-credentials',
      }),
      node('external-endpoint', 'old', {
        url: 'https://old.example.com/orders',
        authType: 'basic',
        method: 'GET',
      }),
      node('external-endpoint', 'open', { url: 'https://open.example.com' }),
      connection('state-machine--sqs-queue', 'calls', 'inbox'),
      connection('state-machine--external-endpoint', 'generated', 'partner'),
      connection('state-machine--external-endpoint', 'generated', 'shop'),
      connection('state-machine--external-endpoint', 'generated', 'old'),
      connection('state-machine--external-endpoint', 'generated', 'open'),
    ),
  },
  {
    title: 'a workflow calls APIs and reads what others keep',
    design: design(
      node('state-machine', 'flow'),
      node('state-machine', 'old', { queryLanguage: 'JSONPath' }),
      node('lambda', 'answer'),
      node('rest-api', 'shop', { name: 'shop' }),
      node('http-api', 'stock', { name: 'stock' }),
      node('websocket-api', 'chat', { name: 'chat' }),
      node('secret', 'key'),
      node('cognito-user-pool', 'people'),
      node('schedule', 'reminder'),
      connection('rest-api--lambda', 'shop', 'answer', { path: '/orders', method: 'POST' }),
      connection('http-api--lambda', 'stock', 'answer', { path: '/stock', method: 'GET' }),
      connection('websocket-api--lambda', 'chat', 'answer', { routeKey: '$default' }),
      connection('schedule--lambda', 'reminder', 'answer'),
      ...['flow', 'old'].flatMap((flow) => [
        connection('state-machine--rest-api', flow, 'shop', { path: '/orders' }),
        connection('state-machine--http-api', flow, 'stock', { path: '/stock', method: 'GET' }),
        connection('state-machine--websocket-api', flow, 'chat'),
        connection('state-machine--secret', flow, 'key'),
        connection('state-machine--cognito-user-pool', flow, 'people'),
        connection('state-machine--schedule--create', flow, 'reminder'),
      ]),
    ),
  },
  {
    title: 'a workflow works through the lines of a file in executions of its own',
    design: design(
      node('state-machine', 'flow', {
        definition: {
          QueryLanguage: 'JSONata',
          StartAt: 'Each line',
          TimeoutSeconds: 3600,
          States: {
            'Each line': {
              Type: 'Map',
              ItemReader: {
                Resource: 'arn:aws:states:::s3:getObject',
                ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
                Arguments: { Bucket: '${OrdersName}', Key: 'orders.csv' },
              },
              ItemProcessor: {
                ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
                StartAt: 'Check',
                States: {
                  Check: {
                    Type: 'Task',
                    Resource: 'arn:aws:states:::lambda:invoke',
                    Arguments: { FunctionName: '${CheckArn}', Payload: '{% $states.input %}' },
                    Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
                    End: true,
                  },
                },
              },
              MaxConcurrency: 100,
              End: true,
            },
          },
        },
      }),
      node('s3-bucket', 'orders'),
      node('lambda', 'check'),
      connection('state-machine--s3-bucket', 'flow', 'orders', { action: 'all' }),
      connection('state-machine--lambda', 'flow', 'check'),
    ),
  },
  {
    title: 'a workflow stops a database and hears of itself',
    design: design(
      node('state-machine', 'night'),
      node('event-bus', 'default bus', { busType: 'default' }, 'default-bus'),
      inside(
        node('vpc', 'net'),
        inside(node('subnet', 'private'), node('rds-instance', 'database')),
      ),
      connection('state-machine--rds-instance', 'night', 'database'),
      connection('state-machine--event-bus--service-events', 'night', 'default-bus'),
    ),
  },
];
