import { constructRef } from '../code.ts';
import { type Expression, join, pseudo } from '../expression.ts';
import { senderOf } from '../mail/sender.ts';
import { formType, jsonType, quoted } from './mapping-template.ts';
import { passedOnTail, pathParameters, routeName } from './path.ts';
import { privateCall } from './private-call.ts';
import type { RestCall } from './rest-call.ts';
import {
  failures,
  fifoPart,
  ok,
  ownTemplate,
  pathUses,
  serviceCall,
  type Writer,
} from './rest-service-call.ts';
import { dynamodb } from './rest-table.ts';
import type { Route } from './routes.ts';
import { serverAddress, siteAddress } from './site-address.ts';
import { isFirstVersion, restLinkId } from './vpc-link.ts';

/** Backends of a REST API. */
export type RestBackend =
  | 'lambda'
  | 'http'
  /** A load balancer with public addresses. */
  | 'load-balancer'
  /** A server with a public address. */
  | 'own-server'
  /** A server outside AWS whose address the connection says. */
  | 'site'
  | 'vpc-link'
  | 'sqs'
  | 'sns'
  | 'kinesis'
  | 'firehose'
  | 'dynamodb'
  | 's3'
  | 'events'
  | 'states'
  | 'ses';

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
    parameters: { 'header.Content-Type': formType },
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
    parameters: { 'header.Content-Type': formType },
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
    parameters: { 'header.Content-Type': jsonType('1.1') },
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
    parameters: { 'header.Content-Type': jsonType('1.1') },
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
  const template = ownTemplate(link);
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
    ...(template === undefined ? {} : { template }),
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
    parameters: {
      'header.Content-Type': jsonType('1.1'),
      'header.X-Amz-Target': "'AWSEvents.PutEvents'",
    },
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
    parameters: { 'header.Content-Type': jsonType('1.0') },
    template: join(
      '{\n"stateMachineArn": "',
      route.link.target.attribute('arn'),
      `",\n"input": "${quoted("$input.json('$')")}"\n}`,
    ),
    answers: [waits ? { ...ok, template: outcome } : ok, ...failures],
  });
};

/** A part of the request's body as a form value; nothing where it is not there. */
const fieldOfBody = (name: string): string => `$util.urlEncode("$!input.path('$.${name}')")`;

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html */
const ses: Writer = (route) => {
  const { link } = route;
  const address = (value: Expression): Expression =>
    typeof value === 'string'
      ? // Half a character has no form in an address.
        encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, ''))
      : join("$util.urlEncode('", value, "')");
  return serviceCall(route, 'email', {
    action: 'SendEmail',
    parameters: { 'header.Content-Type': formType },
    template: join(
      'Action=SendEmail&Source=',
      address(senderOf(link.target)),
      // Whoever may call the route must not be able to write to anybody in our name.
      '&Destination.ToAddresses.member.1=',
      address(link.value('recipient') ?? ''),
      `&Message.Subject.Data=${fieldOfBody('subject')}&Message.Body.Text.Data=${fieldOfBody('text')}`,
    ),
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

/** Hands the whole path on. */
const server = (
  address: Expression,
  { method, path }: Route,
): RestCall & { backend: { url: Expression } } => {
  const parameters = pathParameters(path);
  return {
    type: 'HTTP_PROXY',
    backend: { url: join(address, path === '/' ? '' : path.replaceAll('+}', '}')) },
    httpMethod: method,
    uses: parameters.map((parameter) => `path.${parameter.name}`),
    parameters: Object.fromEntries(
      parameters.map((parameter) => [`path.${parameter.name}`, `path.${parameter.name}`]),
    ),
  };
};

const vpcLink: Writer = (route) => {
  const call = privateCall(route.link);
  // Why there is none, the route has said already.
  if (call === undefined) return server('', route);
  const { link, balancer, url } = call;
  const plain = server(url, route);
  const isFirst = isFirstVersion(link);
  return {
    ...plain,
    backend: {
      ...plain.backend,
      link: {
        id: link.attribute('id'),
        code: isFirst ? link.construct : constructRef(restLinkId(link)),
        ...(isFirst || balancer === undefined ? {} : { target: balancer.attribute('arn') }),
      },
    },
  };
};

/** What a route does with each backend. */
export const restBackends: Readonly<Record<RestBackend, Writer>> = {
  lambda,
  http,
  'load-balancer': (route) => server(route.link.target.attribute('url'), route),
  'own-server': (route) => server(serverAddress(route.link), route),
  site: (route) => server(siteAddress(route.link), route),
  'vpc-link': vpcLink,
  sqs,
  sns,
  kinesis,
  firehose,
  dynamodb,
  s3,
  events,
  states,
  ses,
};
