import { isJsonObject } from '../../lib/json.ts';
import { type Expression, join, pseudo } from '../expression.ts';
import type { LinkScope } from '../service.ts';
import { passedOnTail, pathParameters, routeName } from './path.ts';
import type { RestAnswer, RestCall } from './rest-call.ts';
import type { Route } from './routes.ts';

/** Backends of a REST API. */
export type RestBackend =
  | 'lambda'
  | 'http'
  | 'sqs'
  | 'sns'
  | 'kinesis'
  | 'firehose'
  | 'dynamodb'
  | 's3'
  | 'events'
  | 'states';

type Writer = (route: Route) => RestCall;

const ok: RestAnswer = { status: '200' };

/** What callers see when the service refuses or fails; its own words would tell too much. */
const failures: readonly RestAnswer[] = [
  {
    status: '400',
    pattern: '4\\d{2}',
    template: '{"message": "The request was refused."}',
  },
  {
    status: '500',
    pattern: '5\\d{2}',
    template: '{"message": "The service could not answer."}',
  },
];

/** The body as a text inside JSON. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html */
const quoted = (expression: string): string =>
  `$util.escapeJavaScript(${expression}).replaceAll("\\\\'","'")`;

const formHeader = { 'header.Content-Type': "'application/x-www-form-urlencoded'" };
const jsonHeader = (version: string) => ({
  'header.Content-Type': `'application/x-amz-json-${version}'`,
});

/** All parameters of the path, for the method to declare. */
const pathUses = (path: string): readonly string[] =>
  pathParameters(path).map(({ name }) => `path.${name}`);

/** A service call with a JSON or form body made from the request. */
const serviceCall = (
  { link, path }: Route,
  service: string,
  call: Partial<RestCall> & { readonly action: string; readonly template: Expression },
): RestCall => {
  const { action, ...rest } = call;
  return {
    type: 'AWS',
    backend: { service, action },
    httpMethod: 'POST',
    uses: pathUses(path),
    passthrough: 'NEVER',
    answers: [ok, ...failures],
    ...rest,
    template: ownTemplate(link) ?? rest.template,
  };
};

const ownTemplate = (link: LinkScope): Expression | undefined => link.value('requestTemplate');

/** A value that the design gives: fixed, or a `$` expression over the request. */
const formValue = (value: string): string =>
  value.startsWith('$') ? `$util.urlEncode(${value})` : encodeURIComponent(value);

/** A FIFO queue or topic wants a group, and an id unless the content is one. */
const fifoPart = (target: LinkScope['target'], fifo: boolean, group: unknown): string => {
  if (!fifo) return '';
  const name = typeof group === 'string' && group !== '' ? group : 'default';
  return [
    `&MessageGroupId=${formValue(name)}`,
    ...(target.read('contentBasedDeduplication') === true
      ? []
      : ['&MessageDeduplicationId=$util.urlEncode($context.requestId)']),
  ].join('');
};

const sqs: Writer = ({ link, path }) => {
  const { target } = link;
  return {
    type: 'AWS',
    backend: {
      service: 'sqs',
      path: join(pseudo('AccountId'), '/', target.attribute('name')),
    },
    httpMethod: 'POST',
    uses: pathUses(path),
    parameters: formHeader,
    template:
      ownTemplate(link) ??
      `Action=SendMessage&MessageBody=$util.urlEncode($input.body)${fifoPart(
        target,
        target.read('fifoQueue') === true,
        link.read('messageGroupId'),
      )}`,
    passthrough: 'NEVER',
    answers: [ok, ...failures],
  };
};

const sns: Writer = (route) => {
  const { target } = route.link;
  return serviceCall(route, 'sns', {
    action: 'Publish',
    parameters: formHeader,
    template: join(
      "Action=Publish&TopicArn=$util.urlEncode('",
      target.attribute('arn'),
      `')&Message=$util.urlEncode($input.body)${fifoPart(
        target,
        target.read('fifoTopic') === true,
        undefined,
      )}`,
    ),
  });
};

/** Kinesis and Firehose take one record, or a list under `records`. */
const records = (many: boolean, one: string, each: string): readonly string[] =>
  many
    ? [
        '"Records": [',
        "#foreach($record in $input.path('$.records'))",
        each,
        '#if($foreach.hasNext),#end',
        '#end',
        ']',
      ]
    : [one];

const kinesis: Writer = (route) => {
  const many = route.link.read('action') === 'PutRecords';
  return serviceCall(route, 'kinesis', {
    action: many ? 'PutRecords' : 'PutRecord',
    parameters: jsonHeader('1.1'),
    template: join(
      '{\n"StreamName": "',
      route.link.target.attribute('name'),
      '",\n',
      records(
        many,
        '"Data": "$util.base64Encode($input.body)",\n"PartitionKey": "$context.requestId"',
        `{"Data": "$util.base64Encode($record.data)", "PartitionKey": "${quoted('$record.partitionKey')}"}`,
      ).join('\n'),
      '\n}',
    ),
  });
};

const firehose: Writer = (route) => {
  const many = route.link.read('action') === 'PutRecordBatch';
  return serviceCall(route, 'firehose', {
    action: many ? 'PutRecordBatch' : 'PutRecord',
    parameters: jsonHeader('1.1'),
    template: join(
      '{\n"DeliveryStreamName": "',
      route.link.target.attribute('name'),
      '",\n',
      records(
        many,
        '"Record": {"Data": "$util.base64Encode($input.body)"}',
        '{"Data": "$util.base64Encode($record.data)"}',
      ).join('\n'),
      '\n}',
    ),
  });
};

interface Key {
  readonly name: string;
  readonly type: string;
}

const keyOf = (value: unknown): Key | undefined =>
  isJsonObject(value as never) &&
  typeof (value as { name?: unknown }).name === 'string' &&
  (value as { name: string }).name !== ''
    ? {
        name: (value as { name: string }).name,
        type: (value as { type?: unknown }).type === 'N' ? 'N' : 'S',
      }
    : undefined;

/** Where the value of a key comes from: a parameter of the path, or of the query under the key's name. */
const keyValues = ({ link, path, method }: Route): ReadonlyMap<Key, string> => {
  const keys = [keyOf(link.target.read('partitionKey')), keyOf(link.target.read('sortKey'))];
  const free = pathParameters(path).map(({ name }) => name);
  const values = new Map<Key, string>();
  for (const key of keys) {
    if (key === undefined) continue;
    const named = free.includes(key.name) ? key.name : free[0];
    if (named !== undefined) free.splice(free.indexOf(named), 1);
    const made = link.read('action') === 'PutItem' && method !== 'PUT';
    values.set(
      key,
      named === undefined && made
        ? key.type === 'N'
          ? '$context.requestTimeEpoch'
          : '$context.requestId'
        : quoted(`$input.params('${named ?? parameterName(key)}')`),
    );
  }
  return values;
};

/** A name that Velocity takes between its quotes. */
const parameterName = ({ name }: Key): string => name.replace(/[^A-Za-z0-9_.-]/g, '_');

const typed = (key: Key, value: string): string => `{"${key.type}": "${value}"}`;
const attributes = (values: ReadonlyMap<Key, string>): readonly string[] =>
  [...values].map(([key, value]) => `${JSON.stringify(key.name)}: ${typed(key, value)}`);

/** What each action says besides the table's name. */
const tableActions: Readonly<Record<string, (route: Route) => readonly string[]>> = {
  GetItem: (route) => [`"Key": {${attributes(keyValues(route)).join(', ')}}`],
  DeleteItem: (route) => [`"Key": {${attributes(keyValues(route)).join(', ')}}`],
  PutItem: (route) => [
    `"Item": {${[...attributes(keyValues(route)), `"body": {"S": "${quoted('$input.body')}"}`].join(
      ', ',
    )}}`,
  ],
  UpdateItem: (route) => [
    `"Key": {${attributes(keyValues(route)).join(', ')}}`,
    '"UpdateExpression": "SET #body = :body"',
    '"ExpressionAttributeNames": {"#body": "body"}',
    `"ExpressionAttributeValues": {":body": {"S": "${quoted('$input.body')}"}}`,
  ],
  Query: (route) => {
    const [entry] = keyValues(route);
    if (entry === undefined) return [];
    const [key, value] = entry;
    return [
      '"KeyConditionExpression": "#key = :key"',
      `"ExpressionAttributeNames": {"#key": ${JSON.stringify(key.name)}}`,
      `"ExpressionAttributeValues": {":key": ${typed(key, value)}}`,
    ];
  },
};

const dynamodb: Writer = (route) => {
  const action = String(route.link.read('action'));
  const parts = tableActions[action]?.(route) ?? [];
  return serviceCall(route, 'dynamodb', {
    action,
    parameters: jsonHeader('1.0'),
    template: join(
      '{\n"TableName": "',
      route.link.target.attribute('name'),
      `"${parts.map((item) => `,\n${item}`).join('')}\n}`,
    ),
  });
};

const bucketMethods: Readonly<Record<string, string>> = {
  GetObject: 'GET',
  PutObject: 'PUT',
  DeleteObject: 'DELETE',
  ListBucket: 'GET',
};

const s3: Writer = ({ link, path }) => {
  const action = String(link.read('action'));
  const bucket = link.target.attribute('name');
  const parameter = pathParameters(path).at(-1);
  const key = parameter === undefined ? path.slice(1) : '{key}';
  const list = action === 'ListBucket';
  return {
    type: 'AWS',
    backend: { service: 's3', path: list ? bucket : join(bucket, `/${key}`) },
    httpMethod: bucketMethods[action] ?? 'GET',
    uses: [
      ...pathUses(path),
      ...(action === 'PutObject' ? ['header.Content-Type'] : []),
      ...(list ? ['querystring.prefix'] : []),
    ],
    parameters: {
      ...(list
        ? { 'querystring.list-type': "'2'", 'querystring.prefix': 'querystring.prefix' }
        : {}),
      ...(!list && parameter !== undefined ? { 'path.key': `path.${parameter.name}` } : {}),
      ...(action === 'PutObject' ? { 'header.Content-Type': 'header.Content-Type' } : {}),
    },
    passthrough: 'WHEN_NO_MATCH',
    answers: [
      {
        ...ok,
        raw: true,
        headers: { 'Content-Type': 'integration.response.header.Content-Type' },
      },
      ...failures,
    ],
  };
};

const events: Writer = (route) => {
  const { link, method, path } = route;
  const detailType = link.read('detailType');
  return serviceCall(route, 'events', {
    action: 'PutEvents',
    parameters: { ...jsonHeader('1.1'), 'header.X-Amz-Target': "'AWSEvents.PutEvents'" },
    template: join(
      '{"Entries": [{\n"Source": ',
      JSON.stringify(link.read('source') ?? 'my.app'),
      ',\n"DetailType": ',
      JSON.stringify(
        typeof detailType === 'string' && detailType !== '' ? detailType : routeName(method, path),
      ),
      `,\n"Detail": "${quoted("$input.json('$')")}",\n"EventBusName": "`,
      link.target.attribute('name'),
      '"\n}]}',
    ),
  });
};

/** An Express workflow that is waited for answers with its output, or says that it failed. */
const outcome = [
  "#if($input.path('$.status') == 'SUCCEEDED')",
  "$input.path('$.output')",
  '#else',
  '#set($context.responseOverride.status = 500)',
  '{"message": "The workflow failed."}',
  '#end',
].join('\n');

const states: Writer = (route) => {
  const waits = route.link.read('action') === 'StartSyncExecution';
  return serviceCall(route, 'states', {
    action: waits ? 'StartSyncExecution' : 'StartExecution',
    parameters: jsonHeader('1.0'),
    template: join(
      '{\n"stateMachineArn": "',
      route.link.target.attribute('arn'),
      `",\n"input": "${quoted("$input.json('$')")}"\n}`,
    ),
    answers: [waits ? { ...ok, template: outcome } : ok, ...failures],
  });
};

const lambda: Writer = ({ link }) => {
  const proxied = link.read('integrationType') !== 'AWS';
  return {
    type: proxied ? 'AWS_PROXY' : 'AWS',
    backend: { functionArn: link.target.attribute('arn'), construct: link.target.construct },
    httpMethod: 'POST',
    ...(proxied
      ? {}
      : {
          passthrough: 'WHEN_NO_MATCH' as const,
          // Lambda answers 200 also when the function throws; the pattern is for its error message then.
          answers: [
            ok,
            {
              status: '500',
              pattern: '(\\n|.)+',
              template: '{"message": "The service could not answer."}',
            },
          ],
        }),
  };
};

const http: Writer = ({ link, method, path }) => {
  const { target } = link;
  const known = target.read('url');
  const url = typeof known === 'string' ? known : undefined;
  const tail = passedOnTail(url, path);
  const used = pathParameters(path).filter(({ name }) =>
    `${url ?? ''}${tail}`.includes(`{${name}}`),
  );
  const proxied = link.read('integrationType') !== 'HTTP';
  return {
    type: proxied ? 'HTTP_PROXY' : 'HTTP',
    backend: { url: join(target.attribute('url'), tail) },
    httpMethod: method,
    uses: used.map(({ name }) => `path.${name}`),
    parameters: Object.fromEntries(used.map(({ name }) => [`path.${name}`, `path.${name}`])),
    ...(proxied ? {} : { passthrough: 'WHEN_NO_MATCH' as const, answers: [ok, ...failures] }),
  };
};

/** What a route does with each backend. */
export const restBackends: Readonly<Record<RestBackend, Writer>> = {
  lambda,
  http,
  sqs,
  sns,
  kinesis,
  firehose,
  dynamodb,
  s3,
  events,
  states,
};
