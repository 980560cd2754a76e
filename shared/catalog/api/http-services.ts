import {
  array,
  type Code,
  create,
  invoke,
  member,
  name,
  object,
  options,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type Expression, type ExpressionObject, join } from '../expression.ts';
import type { LinkScope } from '../service.ts';
import { passedOnTail, routeName } from './path.ts';
import { type PrivateCall, privateCall, serverNameCode } from './private-call.ts';
import type { Route } from './routes.ts';
import { serverAddress, siteAddress } from './site-address.ts';

/** Backends of an HTTP API besides functions. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html */
export type HttpBackend =
  | 'http'
  /** A load balancer with public addresses. */
  | 'load-balancer'
  /** A server with a public address. */
  | 'own-server'
  /** A server outside AWS whose address the connection says. */
  | 'site'
  | 'vpc-link'
  | 'sqs'
  | 'kinesis'
  | 'events'
  | 'states';

/** What a route of an HTTP API does with a request when no function stands behind it. */
export type HttpCall =
  | {
      readonly type: 'HTTP_PROXY';
      readonly url: Expression;
      readonly method: string;
      /** The target gets the path of the request as it came. */
      readonly keepsPath?: boolean;
    }
  | {
      readonly type: 'VPC_LINK';
      readonly call: PrivateCall;
      readonly method: string;
      readonly keepsPath: boolean;
    }
  | {
      readonly type: 'AWS_PROXY';
      readonly subtype: string;
      /** What is taken from the request; a text that starts with `$request` is looked up in it. */
      readonly parameters: Readonly<Record<string, Expression>>;
      /** The L2 integration and its properties, where the CDK has one. */
      readonly l2?: { readonly class: string; readonly props: Readonly<Record<string, Code>> };
    };

const subtypeOf = ({ link }: Route): string => String(link.read('integrationSubtype'));

/** `apigwv2.HttpIntegrationSubtype.SQS_SEND_MESSAGE` */
const subtypes: Readonly<Record<string, string>> = {
  'SQS-SendMessage': 'SQS_SEND_MESSAGE',
  'SQS-ReceiveMessage': 'SQS_RECEIVE_MESSAGE',
  'SQS-DeleteMessage': 'SQS_DELETE_MESSAGE',
  'SQS-PurgeQueue': 'SQS_PURGE_QUEUE',
  'StepFunctions-StartExecution': 'STEPFUNCTIONS_START_EXECUTION',
  'StepFunctions-StartSyncExecution': 'STEPFUNCTIONS_START_SYNC_EXECUTION',
  'StepFunctions-StopExecution': 'STEPFUNCTIONS_STOP_EXECUTION',
};

const subtypeCode = (subtype: string): Code =>
  name(`apigwv2.HttpIntegrationSubtype.${subtypes[subtype] ?? 'SQS_SEND_MESSAGE'}`);

const sqs = (route: Route): HttpCall => {
  const { link } = route;
  const { target } = link;
  const subtype = subtypeOf(route);
  const group = link.read('messageGroupId');
  const fifo = target.read('fifoQueue') === true;
  const sends: Readonly<Record<string, Expression>> = {
    MessageBody: '$request.body',
    ...(fifo
      ? {
          MessageGroupId: typeof group === 'string' && group !== '' ? group : 'default',
          ...(target.read('contentBasedDeduplication') === true
            ? {}
            : { MessageDeduplicationId: '$context.requestId' }),
        }
      : {}),
  };
  return {
    type: 'AWS_PROXY',
    subtype,
    parameters: {
      QueueUrl: target.attribute('url'),
      ...(subtype === 'SQS-SendMessage' ? sends : {}),
      ...(subtype === 'SQS-DeleteMessage'
        ? { ReceiptHandle: '$request.querystring.receiptHandle' }
        : {}),
    },
    l2: {
      class: 'integrations.HttpSqsIntegration',
      props: { queue: target.construct, subtype: subtypeCode(subtype) },
    },
  };
};

const kinesis = ({ link }: Route): HttpCall => ({
  type: 'AWS_PROXY',
  subtype: 'Kinesis-PutRecord',
  parameters: {
    StreamName: link.target.attribute('name'),
    Data: '$request.body',
    PartitionKey: '$context.requestId',
  },
});

const events = ({ link, method, path }: Route): HttpCall => {
  const detailType = link.read('detailType');
  return {
    type: 'AWS_PROXY',
    subtype: 'EventBridge-PutEvents',
    parameters: {
      EventBusName: link.target.attribute('name'),
      Source: String(link.read('source') ?? 'my.app'),
      DetailType:
        typeof detailType === 'string' && detailType !== '' ? detailType : routeName(method, path),
      Detail: '$request.body',
    },
    l2: {
      class: 'integrations.HttpEventBridgeIntegration',
      props: { eventBusRef: member(link.target.construct, 'eventBusRef') },
    },
  };
};

const states = (route: Route): HttpCall => {
  const { target } = route.link;
  const subtype = subtypeOf(route);
  const stops = subtype === 'StepFunctions-StopExecution';
  return {
    type: 'AWS_PROXY',
    subtype,
    parameters: stops
      ? { ExecutionArn: '$request.body.executionArn' }
      : { StateMachineArn: target.attribute('arn'), Input: '$request.body' },
    l2: {
      class: 'integrations.HttpStepFunctionsIntegration',
      props: { stateMachine: target.construct, subtype: subtypeCode(subtype) },
    },
  };
};

const http = ({ link, method, path }: Route): HttpCall => {
  const known = link.target.read('url');
  return {
    type: 'HTTP_PROXY',
    url: join(
      link.target.attribute('url'),
      passedOnTail(typeof known === 'string' ? known : undefined, path),
    ),
    method,
  };
};

/** API Gateway takes the stage for a part of the path, unless it is told to leave it out. */
const keepPath: Readonly<Record<string, Expression>> = { 'overwrite:path': '$request.path' };

const server =
  (address: (link: LinkScope) => Expression) =>
  ({ link, method }: Route): HttpCall => ({
    type: 'HTTP_PROXY',
    url: address(link),
    method,
    keepsPath: true,
  });

const vpcLink = ({ link, method }: Route): HttpCall => {
  const call = privateCall(link);
  // Why there is none, the route has said already.
  return call === undefined
    ? { type: 'HTTP_PROXY', url: '', method }
    : { type: 'VPC_LINK', call, method, keepsPath: link.source.read('stageName') !== '$default' };
};

/** What a route does with each backend. */
export const httpBackends: Readonly<Record<HttpBackend, (route: Route) => HttpCall>> = {
  http,
  'load-balancer': server(({ target }) => target.attribute('url')),
  'own-server': server(serverAddress),
  site: server(siteAddress),
  'vpc-link': vpcLink,
  sqs,
  kinesis,
  events,
  states,
};

/** The integration in the OpenAPI body. */
export const httpIntegration = (
  call: HttpCall,
  extras: { readonly credentials: Expression; readonly timeout: Expression | undefined },
): ExpressionObject => {
  const common = { payloadFormatVersion: '1.0', timeoutInMillis: extras.timeout };
  switch (call.type) {
    case 'HTTP_PROXY':
      return {
        type: 'http_proxy',
        httpMethod: call.method,
        uri: call.url,
        requestParameters: call.keepsPath ? { ...keepPath } : undefined,
        ...common,
      };
    case 'VPC_LINK':
      return {
        type: 'http_proxy',
        httpMethod: call.method,
        uri: call.call.uri,
        connectionType: 'VPC_LINK',
        connectionId: call.call.link.attribute('id'),
        tlsConfig:
          call.call.serverName === undefined
            ? undefined
            : { serverNameToVerify: call.call.serverName },
        requestParameters: call.keepsPath ? { ...keepPath } : undefined,
        ...common,
      };
    case 'AWS_PROXY':
      return {
        type: 'aws_proxy',
        integrationSubtype: call.subtype,
        credentials: extras.credentials,
        requestParameters: { ...call.parameters },
        connectionType: 'INTERNET',
        ...common,
      };
  }
};

/** `new apigwv2.ParameterMapping().custom('QueueUrl', queue.queueUrl)…` */
const mappingCode = (parameters: Readonly<Record<string, Expression>>): Code =>
  Object.entries(parameters).reduce<Code>(
    (mapping, [key, value]) => invoke(mapping, 'custom', text(key), codeOf(value)),
    create('apigwv2.ParameterMapping'),
  );

/** `[apigwv2.HttpMethod.GET]` */
export const methodsCode = (method: string): Code => array([name(`apigwv2.HttpMethod.${method}`)]);

const keepPathCode = invoke(
  create('apigwv2.ParameterMapping'),
  'overwritePath',
  invoke(name('apigwv2.MappingValue'), 'requestPath'),
);

/** The L2 integration; undefined where the CDK has none that says all of it. */
export const l2Integration = (
  id: string,
  call: HttpCall,
  timeout: Code | undefined,
): Code | undefined => {
  if (call.type !== 'AWS_PROXY') {
    const settings = {
      method: call.method === 'ANY' ? undefined : name(`apigwv2.HttpMethod.${call.method}`),
      parameterMapping: call.keepsPath === true ? keepPathCode : undefined,
    };
    if (call.type === 'HTTP_PROXY')
      return create(
        'integrations.HttpUrlIntegration',
        text(id),
        codeOf(call.url),
        options({ ...settings, timeout }),
      );
    const { link, integration, balancer } = call.call;
    // The integration by Cloud Map has no property for it.
    if (balancer === undefined && timeout !== undefined) return undefined;
    return create(
      integration.class,
      text(id),
      integration.target,
      object({
        vpcLink: link.construct,
        ...settings,
        secureServerName: serverNameCode(call.call),
        timeout,
      }),
    );
  }
  if (call.l2 === undefined || timeout !== undefined) return undefined;
  return create(
    call.l2.class,
    text(id),
    object({ ...call.l2.props, parameterMapping: mappingCode(call.parameters) }),
  );
};
