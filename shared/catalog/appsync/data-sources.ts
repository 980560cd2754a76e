import {
  type Code,
  call,
  flag,
  object,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { screamingSnakeCase } from '../../lib/words.ts';
import { isCollection } from '../analytics/search.ts';
import { codeOf } from '../code.ts';
import { speaksTls } from '../elb/listener.ts';
import { hostName } from '../elb/sign-in.ts';
import { type Expression, join, pseudo } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import {
  eventCode,
  functionCode,
  httpCode,
  searchCode,
  serviceCode,
  sqlCode,
  tableCode,
} from './code.ts';
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

/** An index of a domain; AppSync has no data source for collections. https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-elasticsearch-resolvers-js.html */
export const searchSource: DataSource = {
  type: 'AMAZON_OPENSEARCH_SERVICE',
  construct: 'appsync.OpenSearchDataSource',
  properties: ({ target, source }) => ({
    OpenSearchServiceConfig: {
      AwsRegion: target.region === source.region ? region : target.region,
      Endpoint: target.attribute('url'),
    },
  }),
  props: ({ target }) => ({ domain: target.construct }),
  refuses({ target }) {
    if (isCollection(target))
      return 'AppSync searches domains, not serverless collections. Make it a domain, or put a function in between.';
    return target.graph.vpc(target.node)
      ? 'AppSync reaches no domain inside a VPC. Put a function into the VPC and ask that.'
      : undefined;
  },
  grants: true,
  code: searchCode,
};

/** The name under which a load balancer shows its certificate; a parameter where the design does not say it. */
const balancerHost = (balancer: NodeScope, api: NodeScope): Expression =>
  hostName(balancer) ??
  api.out.parameter(`${balancer.id}HostName`, {
    description: `Name under which people open ${balancer.node.name}, such as app.example.com.`,
    example: 'app.example.com',
  });

const balancerEndpoint = ({ target, source }: LinkScope): Expression => {
  const port = target.value('listenerPort') ?? 443;
  return join(
    'https://',
    balancerHost(target, source),
    ...(port === 443 ? [] : [':', typeof port === 'number' ? String(port) : port]),
  );
};

/** What stands behind a public load balancer. */
export const balancerSource: DataSource = {
  type: 'HTTP',
  construct: 'appsync.HttpDataSource',
  properties: (link) => ({ HttpConfig: { Endpoint: balancerEndpoint(link) } }),
  props: (link) => ({ endpoint: codeOf(balancerEndpoint(link)) }),
  refuses: ({ target }) =>
    target.read('scheme') === 'internal'
      ? 'it is internal, and AppSync calls public addresses only. Put a function into the VPC and ask that.'
      : speaksTls(target)
        ? undefined
        : 'AppSync asks over https. Set listenerProtocol to HTTPS.',
  grants: false,
  code: () => httpCode('/'),
};

/** The secret that is drawn for logging in to the clusters of an API. */
const drawnLogin = (api: NodeScope): NodeScope | undefined =>
  api.links('out', { mechanism: 'credential' })[0]?.target;

/** The construct of the cluster would let the data source read the secret of its master user too. */
const clusterReference = (api: NodeScope, cluster: NodeScope): Code =>
  call(
    'rds.DatabaseCluster.fromDatabaseClusterAttributes',
    thisExpression,
    text(`${api.id}${cluster.id}Reference`),
    object({ clusterIdentifier: codeOf(cluster.attribute('id')), dataApiEnabled: flag(true) }),
  );

const loginOf = ({ source, target }: LinkScope): Expression =>
  drawnLogin(source)?.attribute('arn') ?? target.attribute('secretArn');

/** An Aurora cluster through the Data API, with the login of its master user or with one that is drawn. */
export const clusterSource: DataSource = {
  type: 'RELATIONAL_DATABASE',
  construct: 'appsync.RdsDataSource',
  properties: (link) => ({
    RelationalDatabaseConfig: {
      RelationalDatabaseSourceType: 'RDS_HTTP_ENDPOINT',
      RdsHttpEndpointConfig: {
        AwsRegion: link.target.region === link.source.region ? region : link.target.region,
        DbClusterIdentifier: link.target.attribute('arn'),
        AwsSecretStoreArn: loginOf(link),
        DatabaseName: link.target.attribute('databaseName'),
      },
    },
  }),
  props: ({ target, source }) => ({
    serverlessCluster: drawnLogin(source) ? clusterReference(source, target) : target.construct,
    secretStore:
      drawnLogin(source)?.construct ??
      call(
        'secretsmanager.Secret.fromSecretCompleteArn',
        thisExpression,
        text(`${source.id}${target.id}Login`),
        codeOf(target.attribute('secretArn')),
      ),
    databaseName: codeOf(target.attribute('databaseName')),
  }),
  refuses({ source, target }) {
    const logins = source.links('out', { mechanism: 'credential' }).length;
    if (logins > 1)
      return 'the API is connected to two secrets, and nobody can tell which one is meant. Keep one of them.';
    return logins === 1 && source.region !== target.region
      ? 'with a secret of its own the API must be in the Region of the cluster. Put both into one.'
      : undefined;
  },
  allows: (link) => [
    {
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      resources: [loginOf(link)],
    },
  ],
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
