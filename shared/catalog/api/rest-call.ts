import {
  array,
  type Code,
  create,
  flag,
  name,
  object,
  options,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type Expression, type ExpressionObject, join, pseudo } from '../expression.ts';

/** One answer of a route that is not proxied. */
export interface RestAnswer {
  readonly status: string;
  /** The status codes of the backend that this answer is for; absent: all others. */
  readonly pattern?: string;
  /** Headers of the answer, by name: a quoted text, or a header of the backend's answer. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly template?: string;
  /** The body may be anything, such as a picture: no template can be put around it. */
  readonly raw?: boolean;
}

/** What a route of a REST API does with a request: the same for the OpenAPI body and for the CDK. */
export interface RestCall {
  readonly type: 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY';
  /** A function, an AWS service with what is called of it, or the URL of a backend. */
  readonly backend:
    | { readonly functionArn: Expression; readonly construct: Code }
    | { readonly service: string; readonly action: string }
    | { readonly service: string; readonly path: Expression }
    | {
        readonly url: Expression;
        /** The way inside a VPC. */
        readonly link?: {
          readonly id: Expression;
          /** An `apigw.IVpcLink`. */
          readonly code: Code;
          /** The load balancer that is meant, for links of v2. */
          readonly target?: Expression;
        };
      };
  readonly httpMethod: string;
  /** Parameters of the request that the method declares, such as `path.id`. */
  readonly uses?: readonly string[];
  /** Parameters of the call, such as `header.Content-Type`: a quoted text, or `path.id` of the request. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What becomes of a JSON body. */
  readonly template?: Expression;
  readonly passthrough?: 'NEVER' | 'WHEN_NO_MATCH';
  readonly answers?: readonly RestAnswer[];
}

export interface RestCallExtras {
  readonly credentials?: { readonly arn: Expression; readonly role: Code };
  readonly timeout?: { readonly value: Expression; readonly code: Code };
  readonly streams: boolean;
  readonly cacheKeys: readonly string[];
}

const mapKeys = <T>(
  entries: Readonly<Record<string, T>> | undefined,
  rename: (key: string, value: T) => readonly [string, Expression],
): ExpressionObject | undefined =>
  entries === undefined || Object.keys(entries).length === 0
    ? undefined
    : Object.fromEntries(Object.entries(entries).map(([key, value]) => rename(key, value)));

/** A parameter of the call comes from a quoted text or from the request. */
const integrationParameters = (call: RestCall) =>
  mapKeys(call.parameters, (key, value) => [
    `integration.request.${key}`,
    value.startsWith("'") ? value : `method.request.${value}`,
  ]);

const answerHeaders = (answer: RestAnswer) =>
  mapKeys(answer.headers, (key, value) => [`method.response.header.${key}`, value]);

const gateway = (...what: readonly Expression[]): Expression =>
  join('arn:', pseudo('Partition'), ':apigateway:', pseudo('Region'), ':', ...what);

/** What the integration calls. https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html */
const uri = ({ backend }: RestCall, streams: boolean): Expression => {
  if ('url' in backend) return backend.url;
  if ('action' in backend) return gateway(`${backend.service}:action/${backend.action}`);
  if ('path' in backend) return gateway(`${backend.service}:path/`, backend.path);
  return streams
    ? gateway(
        'lambda:path/2021-11-15/functions/',
        backend.functionArn,
        '/response-streaming-invocations',
      )
    : gateway('lambda:path/2015-03-31/functions/', backend.functionArn, '/invocations');
};

/** The request parameters that a method must declare, with whether the method needs them. */
const declared = (call: RestCall, cacheKeys: readonly string[]): ReadonlyMap<string, boolean> =>
  new Map([
    ...cacheKeys.map((key) => [key, false] as const),
    ...(call.uses ?? []).map((use) => [`method.request.${use}`, use.startsWith('path.')] as const),
  ]);

const linkOf = ({ backend }: RestCall) => ('url' in backend ? backend.link : undefined);

const linkProperties = (call: RestCall): ExpressionObject => {
  const link = linkOf(call);
  return link === undefined
    ? {}
    : { connectionType: 'VPC_LINK', connectionId: link.id, integrationTarget: link.target };
};

/** The load balancer behind a VPC link, which the L2 integrations have no property for. */
export const integrationTarget = (call: RestCall): Expression | undefined => linkOf(call)?.target;

/** The operation of the OpenAPI body. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html */
export const restOperation = (call: RestCall, extras: RestCallExtras): ExpressionObject => {
  const { answers = [] } = call;
  const parameters = [...declared(call, extras.cacheKeys)].map(([key, required]) => {
    const [place = '', ...rest] = key.replace('method.request.', '').split('.');
    return {
      name: rest.join('.'),
      in: place === 'querystring' ? 'query' : place,
      required,
      schema: { type: 'string' },
    };
  });
  return {
    parameters: parameters.length > 0 ? parameters : undefined,
    responses: Object.fromEntries(
      answers.map((answer) => [
        answer.status,
        {
          description: descriptions[answer.status] ?? 'The answer of the backend.',
          headers: mapKeys(answer.headers, (key) => [key, { schema: { type: 'string' } }]),
        },
      ]),
    ),
    'x-amazon-apigateway-integration': {
      type: call.type.toLowerCase(),
      httpMethod: call.httpMethod,
      uri: uri(call, extras.streams),
      ...linkProperties(call),
      credentials: extras.credentials?.arn,
      passthroughBehavior: call.passthrough?.toLowerCase(),
      requestParameters: integrationParameters(call),
      requestTemplates:
        call.template === undefined ? undefined : { 'application/json': call.template },
      timeoutInMillis: extras.timeout?.value,
      responseTransferMode: extras.streams ? 'STREAM' : undefined,
      cacheKeyParameters: extras.cacheKeys.length > 0 ? [...extras.cacheKeys] : undefined,
      responses:
        answers.length === 0
          ? undefined
          : Object.fromEntries(
              answers.map((answer) => [
                answer.pattern ?? 'default',
                {
                  statusCode: answer.status,
                  responseParameters: answerHeaders(answer),
                  responseTemplates:
                    answer.template === undefined
                      ? undefined
                      : { 'application/json': answer.template },
                },
              ]),
            ),
    },
  };
};

const descriptions: Readonly<Record<string, string>> = {
  200: 'The service did what was asked.',
  400: 'The service refused the request.',
  500: 'The service could not answer.',
};

/** The integration as CDK code. */
export const restIntegrationCode = (call: RestCall, extras: RestCallExtras): Code => {
  const { answers = [], backend } = call;
  const parameters = integrationParameters(call);
  const settings = {
    credentialsRole: extras.credentials?.role,
    passthroughBehavior:
      call.passthrough === undefined
        ? undefined
        : name(`apigw.PassthroughBehavior.${call.passthrough}`),
    requestParameters: parameters && codeOf(parameters),
    requestTemplates:
      call.template === undefined
        ? undefined
        : object({ 'application/json': codeOf(call.template) }),
    timeout: extras.timeout?.code,
    responseTransferMode: extras.streams ? name('apigw.ResponseTransferMode.STREAM') : undefined,
    cacheKeyParameters: extras.cacheKeys.length > 0 ? array(extras.cacheKeys.map(text)) : undefined,
    integrationResponses:
      answers.length === 0
        ? undefined
        : array(
            answers.map((answer) => {
              const headers = answerHeaders(answer);
              return object({
                statusCode: text(answer.status),
                selectionPattern: answer.pattern === undefined ? undefined : text(answer.pattern),
                responseParameters: headers && codeOf(headers),
                responseTemplates:
                  answer.template === undefined
                    ? undefined
                    : object({ 'application/json': text(answer.template) }),
              });
            }),
          ),
  };
  if ('functionArn' in backend)
    return create(
      'apigw.LambdaIntegration',
      backend.construct,
      object({
        proxy: call.type === 'AWS' ? flag(false) : undefined,
        ...settings,
        allowTestInvoke: flag(false),
      }),
    );
  const link = linkOf(call);
  const shared = options({
    ...(link === undefined
      ? {}
      : { connectionType: name('apigw.ConnectionType.VPC_LINK'), vpcLink: link.code }),
    ...settings,
  });
  if ('url' in backend)
    return create(
      'apigw.HttpIntegration',
      codeOf(backend.url),
      object({
        httpMethod: text(call.httpMethod),
        proxy: call.type === 'HTTP' ? flag(false) : undefined,
        options: shared,
      }),
    );
  return create(
    'apigw.AwsIntegration',
    object({
      service: text(backend.service),
      action: 'action' in backend ? text(backend.action) : undefined,
      path: 'path' in backend ? codeOf(backend.path) : undefined,
      integrationHttpMethod: call.httpMethod === 'POST' ? undefined : text(call.httpMethod),
      options: shared,
    }),
  );
};

/** What the method itself declares, as options of `addMethod`. */
export const restMethodOptions = (
  call: RestCall,
  cacheKeys: readonly string[],
): Readonly<Record<string, Code | undefined>> => {
  const { answers = [] } = call;
  const parameters = [...declared(call, cacheKeys)];
  return {
    requestParameters:
      parameters.length === 0
        ? undefined
        : object(Object.fromEntries(parameters.map(([key, required]) => [key, flag(required)]))),
    methodResponses:
      answers.length === 0
        ? undefined
        : array(
            answers.map((answer) => {
              const headers = mapKeys(answer.headers, (key) => [
                `method.response.header.${key}`,
                true,
              ]);
              return object({
                statusCode: text(answer.status),
                responseParameters: headers && codeOf(headers),
              });
            }),
          ),
  };
};
