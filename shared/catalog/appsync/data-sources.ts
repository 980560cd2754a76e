import { call, object, text, thisExpression } from '../../lib/typescript/syntax.ts';
import { screamingSnakeCase } from '../../lib/words.ts';
import { codeOf } from '../code.ts';
import { type Expression, join, pseudo } from '../expression.ts';
import type { LinkScope } from '../service.ts';
import { eventCode, functionCode, httpCode, serviceCode, sqlCode, tableCode } from './code.ts';
import type { DataSource } from './data-source.ts';

const region = pseudo('Region');

/** The names of the key attributes of a table; `id` while they are not known. */
const keysOf = ({ target }: LinkScope): readonly string[] => {
  const names = ['partitionKey', 'sortKey'].flatMap((property) => {
    const key = target.read(property);
    return typeof key === 'object' && key !== null && 'name' in key && typeof key.name === 'string'
      ? [key.name]
      : [];
  });
  return names.length > 0 ? names : ['id'];
};

const graphqlKeys = (link: LinkScope): readonly string[] | undefined => {
  const keys = keysOf(link);
  return keys.every((key) => /^[_A-Za-z][_0-9A-Za-z]*$/.test(key)) ? keys : undefined;
};

export const tableSource: DataSource = {
  type: 'AMAZON_DYNAMODB',
  construct: 'appsync.DynamoDbDataSource',
  properties: ({ target, source }) => ({
    DynamoDBConfig: {
      TableName: target.attribute('name'),
      AwsRegion: target.region === source.region ? region : target.region,
    },
  }),
  props: ({ target, read }) => ({
    table: target.construct,
    readOnlyAccess: read('access') === 'read' ? { kind: 'boolean', value: true } : undefined,
  }),
  word: ({ read }) => (read('access') === 'read' ? 'Reader' : ''),
  grants: true,
  keys: graphqlKeys,
  code: (link) => tableCode(link, keysOf(link)),
};

export const functionSource: DataSource = {
  type: 'AWS_LAMBDA',
  construct: 'appsync.LambdaDataSource',
  properties: ({ target }) => ({ LambdaConfig: { LambdaFunctionArn: target.attribute('arn') } }),
  props: ({ target }) => ({ lambdaFunction: target.construct }),
  grants: true,
  code: functionCode,
};

export const busSource: DataSource = {
  type: 'AMAZON_EVENTBRIDGE',
  construct: 'appsync.EventBridgeDataSource',
  properties: ({ target }) => ({ EventBridgeConfig: { EventBusArn: target.attribute('arn') } }),
  props: ({ target }) => ({ eventBus: target.construct }),
  grants: true,
  code: eventCode,
};

/** An address is a host for the data source and a path for its resolvers. */
const parts = (link: LinkScope): { readonly endpoint: Expression; readonly path: string } => {
  const url = link.target.value('url') ?? '';
  const known = typeof url === 'string' ? /^(https?:\/\/[^/?#]+)([^?#]*)/.exec(url) : null;
  return known === null
    ? { endpoint: url, path: '/' }
    : { endpoint: known[1] ?? '', path: known[2] || '/' };
};

export const httpSource: DataSource = {
  type: 'HTTP',
  construct: 'appsync.HttpDataSource',
  properties: (link) => ({ HttpConfig: { Endpoint: parts(link).endpoint } }),
  props: (link) => ({ endpoint: codeOf(parts(link).endpoint) }),
  grants: false,
  code: (link) => httpCode(parts(link).path),
};

/** An Aurora cluster through the Data API, with the login of its master user. */
export const clusterSource: DataSource = {
  type: 'RELATIONAL_DATABASE',
  construct: 'appsync.RdsDataSource',
  properties: ({ target, source }) => ({
    RelationalDatabaseConfig: {
      RelationalDatabaseSourceType: 'RDS_HTTP_ENDPOINT',
      RdsHttpEndpointConfig: {
        AwsRegion: target.region === source.region ? region : target.region,
        DbClusterIdentifier: target.attribute('arn'),
        AwsSecretStoreArn: target.attribute('secretArn'),
        DatabaseName: target.attribute('databaseName'),
      },
    },
  }),
  props: ({ target, source }) => ({
    serverlessCluster: target.construct,
    secretStore: call(
      'secretsmanager.Secret.fromSecretCompleteArn',
      thisExpression,
      text(`${source.id}${target.id}Login`),
      codeOf(target.attribute('secretArn')),
    ),
    databaseName: codeOf(target.attribute('databaseName')),
  }),
  grants: true,
  code: sqlCode,
};

const signed = (
  host: (link: LinkScope) => string,
  service: string,
): Pick<DataSource, 'type' | 'construct' | 'properties' | 'props' | 'grants'> => {
  const endpoint = (link: LinkScope) =>
    join(`https://${host(link)}.`, region, '.', pseudo('URLSuffix'));
  return {
    type: 'HTTP',
    construct: 'appsync.HttpDataSource',
    properties: (link) => ({
      HttpConfig: {
        Endpoint: endpoint(link),
        AuthorizationConfig: {
          AuthorizationType: 'AWS_IAM',
          AwsIamConfig: { SigningRegion: region, SigningServiceName: service },
        },
      },
    }),
    props: (link) => ({
      endpoint: codeOf(endpoint(link)),
      authorizationConfig: object({
        signingRegion: codeOf(region),
        signingServiceName: text(service),
      }),
    }),
    grants: false,
  };
};

const variable = (link: LinkScope, word: string): string =>
  `${screamingSnakeCase(link.target.id).slice(0, 50)}_${word}`;

export const queueSource: DataSource = {
  ...signed(() => 'sqs', 'sqs'),
  environment: (link) => ({ name: variable(link, 'URL'), value: link.target.attribute('url') }),
  code: (link) =>
    serviceCode({
      target: 'AmazonSQS.SendMessage',
      version: '1.0',
      body: `{ QueueUrl: ctx.env.${variable(link, 'URL')}, MessageBody: JSON.stringify(ctx.args) }`,
    }),
};

const isSync = ({ read }: LinkScope): boolean => read('action') === 'StartSyncExecution';

export const workflowSource: DataSource = {
  ...signed((link) => (isSync(link) ? 'sync-states' : 'states'), 'states'),
  word: (link) => (isSync(link) ? 'Sync' : ''),
  environment: (link) => ({ name: variable(link, 'ARN'), value: link.target.attribute('arn') }),
  code: (link) =>
    serviceCode({
      target: `AWSStepFunctions.${isSync(link) ? 'StartSyncExecution' : 'StartExecution'}`,
      version: '1.0',
      body: `{ stateMachineArn: ctx.env.${variable(link, 'ARN')}, input: JSON.stringify(ctx.args) }`,
    }),
};
