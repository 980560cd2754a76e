import { type Expression, join, pseudo } from '../expression.ts';
import type { LinkScope } from '../service.ts';
import { formType, jsonType, keyOf, quoted } from './mapping-template.ts';

/** AWS services behind a WebSocket API. */
export type WebSocketService = 'sqs' | 'sns' | 'kinesis' | 'dynamodb' | 'states' | 'events';

/** The call that the API makes of a service for a message, or when a client comes or goes. */
export interface WebSocketCall {
  /** Behind `arn:…:apigateway:<region>:`. */
  readonly uri: Expression;
  readonly parameters: Readonly<Record<string, string>>;
  readonly template: Expression;
}

const contentType = 'integration.request.header.Content-Type';

const routeKey = (link: LinkScope): string => String(link.read('routeKey') ?? '$default');

/** When a client comes or goes there is no message; then the event itself is told. */
const hasMessage = (link: LinkScope): boolean =>
  !['$connect', '$disconnect'].includes(routeKey(link));

const message = (link: LinkScope): string =>
  hasMessage(link) ? '$input.body' : '$context.eventType';

/** Who sent it and what, as JSON inside a JSON text. */
const envelope = (link: LinkScope): string =>
  [
    '{\\"connectionId\\": \\"$context.connectionId\\", \\"eventType\\": \\"$context.eventType\\"',
    ...(hasMessage(link) ? [`, \\"message\\": ${quoted("$input.json('$')")}`] : []),
    '}',
  ].join('');

const sqs = (link: LinkScope): WebSocketCall => ({
  uri: join('sqs:path/', pseudo('AccountId'), '/', link.target.attribute('name')),
  parameters: { [contentType]: formType },
  template: [
    'Action=SendMessage',
    `MessageBody=$util.urlEncode(${message(link)})`,
    'MessageAttribute.1.Name=connectionId',
    'MessageAttribute.1.Value.DataType=String',
    'MessageAttribute.1.Value.StringValue=$util.urlEncode($context.connectionId)',
    ...(link.target.read('fifoQueue') === true
      ? [
          'MessageGroupId=$util.urlEncode($context.connectionId)',
          ...(link.target.read('contentBasedDeduplication') === true
            ? []
            : ['MessageDeduplicationId=$util.urlEncode($context.requestId)']),
        ]
      : []),
  ].join('&'),
});

const sns = (link: LinkScope): WebSocketCall => ({
  uri: 'sns:action/Publish',
  parameters: { [contentType]: formType },
  template: join(
    "Action=Publish&TopicArn=$util.urlEncode('",
    link.target.attribute('arn'),
    `')&${[
      `Message=$util.urlEncode(${message(link)})`,
      'MessageAttributes.entry.1.Name=connectionId',
      'MessageAttributes.entry.1.Value.DataType=String',
      'MessageAttributes.entry.1.Value.StringValue=$util.urlEncode($context.connectionId)',
      ...(link.target.read('fifoTopic') === true
        ? [
            'MessageGroupId=$util.urlEncode($context.connectionId)',
            ...(link.target.read('contentBasedDeduplication') === true
              ? []
              : ['MessageDeduplicationId=$util.urlEncode($context.requestId)']),
          ]
        : []),
    ].join('&')}`,
  ),
});

const kinesis = (link: LinkScope): WebSocketCall => ({
  uri: 'kinesis:action/PutRecord',
  parameters: { [contentType]: jsonType('1.1') },
  template: join(
    '{"StreamName": "',
    link.target.attribute('name'),
    `", "Data": "$util.base64Encode(${message(link)})", "PartitionKey": "$context.connectionId"}`,
  ),
});

/** An item for each connection: put when the client comes, deleted when it goes. */
const dynamodb = (link: LinkScope): WebSocketCall => {
  const partition = keyOf(link.target.read('partitionKey'));
  const sort = keyOf(link.target.read('sortKey'));
  const key = [
    `${JSON.stringify(partition?.name ?? 'connectionId')}: {"S": "$context.connectionId"}`,
    ...(sort === undefined
      ? []
      : [
          `${JSON.stringify(sort.name)}: {"${sort.type}": "${
            sort.type === 'N' ? '$context.connectedAt' : 'connection'
          }"}`,
        ]),
  ];
  const leaves = routeKey(link) === '$disconnect';
  return {
    uri: `dynamodb:action/${leaves ? 'DeleteItem' : 'PutItem'}`,
    parameters: { [contentType]: jsonType('1.0') },
    template: join(
      '{"TableName": "',
      link.target.attribute('name'),
      leaves
        ? `", "Key": {${key.join(', ')}}}`
        : `", "Item": {${[
            ...key,
            ...(hasMessage(link) ? [`"message": {"S": "${quoted('$input.body')}"}`] : []),
          ].join(', ')}}}`,
    ),
  };
};

const states = (link: LinkScope): WebSocketCall => ({
  uri: 'states:action/StartExecution',
  parameters: { [contentType]: jsonType('1.0') },
  template: join(
    '{"stateMachineArn": "',
    link.target.attribute('arn'),
    `", "input": "${envelope(link)}"}`,
  ),
});

const events = (link: LinkScope): WebSocketCall => {
  const detailType = link.read('detailType');
  return {
    uri: 'events:action/PutEvents',
    parameters: {
      [contentType]: jsonType('1.1'),
      'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
    },
    template: join(
      '{"Entries": [{"Source": ',
      JSON.stringify(link.read('source') ?? 'my.app'),
      ', "DetailType": ',
      JSON.stringify(
        typeof detailType === 'string' && detailType !== '' ? detailType : '$context.routeKey',
      ),
      `, "Detail": "${envelope(link)}", "EventBusName": "`,
      link.target.attribute('name'),
      '"}]}',
    ),
  };
};

/** What a route does with each service. */
export const webSocketServices: Readonly<
  Record<WebSocketService, (link: LinkScope) => WebSocketCall>
> = { sqs, sns, kinesis, dynamodb, states, events };
