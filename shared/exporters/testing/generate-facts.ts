import { connections } from '../../catalog/connections/index.ts';
import type { Json } from '../../lib/json.ts';

/** Something that a kind cannot do without: one of these connections at the given end. */
interface Companion {
  readonly end: 'from' | 'to';
  /** Any of them will do; the first is drawn. */
  readonly anyOf: readonly string[];
}

const startingWith = (prefix: string, ids: readonly string[]): readonly string[] =>
  ids.map((id) => `${prefix}--${id}`);

/** What kinds cannot do without. */
export const companions: Readonly<Record<string, readonly Companion[]>> = {
  'rest-api': [
    {
      end: 'from',
      anyOf: startingWith('rest-api', [
        'lambda',
        'sqs-queue',
        'sns-topic',
        'kinesis-stream',
        'firehose',
        'dynamodb-table',
        's3-bucket',
        'event-bus',
        'state-machine',
        'external-endpoint',
        'vpc-link',
      ]),
    },
  ],
  'event-subscriber': [
    { end: 'to', anyOf: ['custom-event-bus--event-subscriber'] },
    {
      end: 'from',
      anyOf: startingWith('event-subscriber', [
        'sqs-queue',
        'lambda',
        'state-machine',
        'sns-topic',
        'kinesis-stream',
        'firehose',
        'rest-api',
        'api-destination',
        'custom-event-bus',
      ]),
    },
  ],
  'http-api': [
    {
      end: 'from',
      anyOf: startingWith('http-api', [
        'lambda',
        'sqs-queue',
        'kinesis-stream',
        'event-bus',
        'state-machine',
        'external-endpoint',
        'vpc-link',
      ]),
    },
  ],
  'websocket-api': [
    {
      end: 'from',
      anyOf: startingWith('websocket-api', [
        'lambda',
        'sqs-queue',
        'sns-topic',
        'kinesis-stream',
        'dynamodb-table',
        'state-machine',
        'event-bus',
        'external-endpoint',
      ]),
    },
  ],
  cloudfront: [
    {
      end: 'from',
      anyOf: startingWith('cloudfront', [
        's3-bucket',
        's3-bucket--website',
        'rest-api',
        'http-api',
        'websocket-api',
        'lambda--function-url',
        'ec2-instance--public',
        'ec2-instance--vpc-origin',
        'external-endpoint',
        'appsync-api',
        'alb--public',
        'alb--vpc-origin',
        'nlb--public',
        'nlb--vpc-origin',
        'on-premises',
      ]),
    },
  ],
  nlb: [
    {
      end: 'from',
      anyOf: startingWith('nlb', ['on-premises', 'fargate-service', 'ec2-instance']),
    },
  ],
  'vpc-link': [{ end: 'from', anyOf: startingWith('vpc-link', ['alb', 'nlb']) }],
  'cloudfront-function': [{ end: 'from', anyOf: ['cloudfront-function--cloudfront'] }],
  'lambda-edge': [{ end: 'from', anyOf: ['lambda-edge--cloudfront'] }],
  'glue-crawler': [
    { end: 'from', anyOf: ['glue-crawler--glue-database'] },
    { end: 'to', anyOf: ['s3-bucket--glue-crawler', 'dynamodb-table--glue-crawler'] },
  ],
  firehose: [
    {
      end: 'from',
      anyOf: [
        'firehose--s3-bucket',
        'firehose--external-endpoint',
        'firehose--opensearch',
        'firehose--redshift',
      ],
    },
  ],
  schedule: [
    {
      end: 'from',
      anyOf: startingWith('schedule', [
        'lambda',
        'state-machine',
        'sqs-queue',
        'sns-topic',
        'event-bus',
        'kinesis-stream',
        'firehose',
        'rds-instance--universal',
        'dynamodb-table--universal',
      ]),
    },
  ],
  'event-rule': [
    {
      end: 'from',
      anyOf: startingWith('event-rule', [
        'lambda',
        'sqs-queue',
        'sns-topic',
        'state-machine',
        'kinesis-stream',
        'firehose',
        'event-bus',
        'log-group',
        'rest-api',
        'http-api',
      ]),
    },
    { end: 'to', anyOf: ['event-bus--event-rule'] },
  ],
  pipe: [
    { end: 'to', anyOf: ['sqs-queue--pipe', 'kinesis-stream--pipe', 'dynamodb-table--pipe'] },
    {
      end: 'from',
      anyOf: startingWith('pipe', [
        'lambda',
        'state-machine',
        'sqs-queue',
        'sns-topic',
        'event-bus',
        'kinesis-stream',
        'firehose',
        'rest-api',
        'api-destination',
        'log-group',
        'fargate-service',
        'redshift',
      ]),
    },
  ],
  'api-destination': [{ end: 'from', anyOf: ['api-destination--external-endpoint'] }],
  // A gateway endpoint is an entry in route tables, which subnets have.
  'vpc-endpoint': [{ end: 'from', anyOf: ['vpc-endpoint--subnet'] }],
  'cloudwatch-alarm': [
    {
      end: 'to',
      anyOf: [
        'lambda--cloudwatch-alarm',
        ...connections
          .filter(({ mechanism, to }) => mechanism === 'metric' && to === 'cloudwatch-alarm')
          .map(({ id }) => id),
      ],
    },
  ],
  'cognito-identity-pool': [{ end: 'to', anyOf: ['cognito-user-pool--cognito-identity-pool'] }],
  'rds-proxy': [{ end: 'from', anyOf: ['rds-proxy--rds-instance', 'rds-proxy--aurora-cluster'] }],
  'dynamodb-replica': [{ end: 'to', anyOf: ['dynamodb-table--dynamodb-replica'] }],
  'api-custom-domain': [
    {
      end: 'from',
      anyOf: startingWith('api-custom-domain', [
        'http-api',
        'rest-api',
        'websocket-api',
        'appsync-api',
      ]),
    },
    { end: 'to', anyOf: ['certificate--api-custom-domain'] },
  ],
};

/** Values for properties that nobody can guess, by `kind.property` or by property. */
export const exampleValues: Readonly<Record<string, Json>> = {
  activityName: 'render',
  fieldName: 'getOrder',
  graphQLOperation: 'mutation Publish($id: ID!) { publish(id: $id) }',
  providerName: 'Company',
  issuerUrl: 'https://login.example.com',
  clientId: 'app-1',
  'firehose--opensearch.indexName': 'clicks',
  'firehose--redshift.tableName': 'public.clicks',
  'firehose--glue-database.tableName': 'clicks',
  indexName: 'items',
  interval: 'PT1H',
  'opensearch.domainName': 'search',
  'opensearch.collectionName': 'search',
  'opensearch.instanceType': 'm7g.medium.search',
  'opensearch.engineVersion': 'OpenSearch_3.1',
  'redshift.nodeType': 'ra3.large',
  'redshift.databaseName': 'dev',
  'redshift.workgroupName': 'warehouse',
  'redshift.namespaceName': 'warehouse',
  'redshift.adminUsername': 'admin',
  'glue-job.scriptLocation': 's3://scripts/job.py',
  'glue-crawler.scheduleExpression': 'cron(15 12 * * ? *)',
  'glue-database.locationUri': 's3://lake/',
  'glue-database.databaseName': 'sales',
  'glue-database.tables': [{ name: 'clicks', columns: { id: 'string' } }],
  sql: 'SELECT 1',
  sqls: ['SELECT 1'],
  'rest-api--ses-identity.recipient': 'help@example.com',
  domainName: 'api.example.com',
  'certificate.domainName': '*.example.com',
  'hosted-zone.name': 'example.com',
  'ses-identity.emailIdentity': 'mail.example.com',
  'ssm-parameter.value': 'EUR',
  'vpc-endpoint.service': 'sqs',
  'external-endpoint.url': 'https://hooks.example.com/in',
  'event-rule.eventPattern': { source: ['orders'] },
  scheduleExpression: 'rate(5 minutes)',
  name: 'example',
  recordName: 'www.example.com',
  routeKey: '$default',
  partitionKeyPath: '$.detail.id',
  stateName: 'DoIt',
  bucketName: 'example-bucket-of-ours',
  dataFilter: 'include: shop.*.*',
};

/** What a row needs of its ends, its own settings, and other rows between the same ends. */
interface RowFacts {
  readonly source?: Readonly<Record<string, Json>>;
  readonly target?: Readonly<Record<string, Json>>;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly also?: readonly string[];
  /** What it needs of the container that its target stands in. */
  readonly targetParent?: Readonly<Record<string, Json>>;
  /** It is not in a VPC by itself, but has to be in that of its source. */
  readonly targetInSubnet?: true;
  /** The Region of an end, where it has to be another one than that of the design. */
  readonly sourceRegion?: string;
  readonly targetRegion?: string;
}

const endpoint = (service: string): RowFacts => ({
  source: {
    service,
    vpcEndpointType: service === 's3' || service === 'dynamodb' ? 'Gateway' : 'Interface',
  },
});

const withCredentials: RowFacts = { source: { authMode: 'aws-credentials' } };

/** A load balancer without a certificate that the internet reaches. */
const openBalancer: RowFacts = {
  target: { scheme: 'internet-facing', listenerProtocol: 'HTTP', listenerPort: 80 },
  targetParent: { subnetType: 'public' },
};

/** The same for connections of any sort. */
const openConnections: RowFacts = {
  target: { scheme: 'internet-facing' },
  targetParent: { subnetType: 'public' },
};

export const rowFacts: Readonly<Record<string, RowFacts>> = {
  'pipe--sqs-queue--dead-letter': { also: ['kinesis-stream--pipe'] },
  'appsync-api--cognito-user-pool': {
    source: { authenticationType: 'AMAZON_COGNITO_USER_POOLS' },
  },
  'appsync-api--identity-provider': {
    source: { authenticationType: 'OPENID_CONNECT' },
    target: { protocol: 'oidc', issuerUrl: 'https://login.example.com' },
  },
  'appsync-api--lambda--authorizer': { source: { authenticationType: 'AWS_LAMBDA' } },
  'lambda--iam-role': { target: { assumedBy: 'lambda.amazonaws.com' } },
  'state-machine--iam-role': { target: { assumedBy: 'states.amazonaws.com' } },
  'http-api--identity-provider': {
    target: { protocol: 'oidc', issuerUrl: 'https://login.example.com' },
  },
  'identity-provider--cognito-identity-pool': {
    source: { protocol: 'oidc', issuerUrl: 'https://login.example.com' },
  },
  'identity-provider--cognito-user-pool': {
    source: { protocol: 'oidc', issuerUrl: 'https://login.example.com' },
  },
  'identity-provider--iam-role': {
    source: { protocol: 'oidc', issuerUrl: 'https://login.example.com' },
  },
  'vpc-endpoint--athena-workgroup': endpoint('athena'),
  'firehose--redshift': {
    target: { publiclyAccessible: true, port: 5439 },
    also: ['firehose--s3-bucket--backup'],
  },
  'firehose--opensearch': { also: ['firehose--s3-bucket--backup'] },
  'aurora-cluster--redshift': { target: { deployment: 'serverless' } },
  'rds-instance--redshift': {
    source: { engine: 'postgres', backupRetentionPeriod: 7 },
    target: { deployment: 'serverless' },
  },
  'dynamodb-table--redshift': {
    source: { pointInTimeRecovery: true },
    target: { deployment: 'serverless' },
  },
  'rds-instance--glue-job': { source: { engine: 'postgres' }, targetInSubnet: true },
  'aurora-cluster--glue-job': { targetInSubnet: true },
  'kinesis-stream--glue-job': { target: { jobType: 'gluestreaming' } },
  'opensearch--log-group': { source: { deployment: 'domain' } },
  'client--opensearch': withCredentials,
  'dynamodb-table--dynamodb-replica': { targetRegion: 'us-east-1' },
  'lambda--dynamodb-replica': { sourceRegion: 'us-east-1', targetRegion: 'us-east-1' },
  'dynamodb-replica--lambda': { sourceRegion: 'us-east-1', targetRegion: 'us-east-1' },
  'app-auto-scaling--dynamodb-table': { target: { billingMode: 'PROVISIONED' } },
  'app-auto-scaling--elasticache': {
    source: { minCapacity: 1, maxCapacity: 5 },
    target: {
      deployment: 'node-based',
      engine: 'valkey',
      nodeType: 'cache.m7g.large',
      numNodeGroups: 1,
    },
  },
  'backup-plan--redshift': { target: { deployment: 'provisioned' } },
  'appsync-api--opensearch': { target: { deployment: 'domain' } },
  'appsync-api--alb': {
    target: { scheme: 'internet-facing', listenerProtocol: 'HTTPS', listenerPort: 443 },
    targetParent: { subnetType: 'public' },
    also: ['certificate--alb'],
  },
  'hosted-zone--appsync-api': { also: ['api-custom-domain--appsync-api'] },
  'dynamodb-table--opensearch': {
    source: { pointInTimeRecovery: true, streamViewType: 'NEW_AND_OLD_IMAGES' },
    target: { collectionType: 'SEARCH' },
  },
  'certificate--opensearch': { target: { deployment: 'domain' } },
  'opensearch--cognito-user-pool': {
    source: { deployment: 'domain' },
    target: { domainPrefix: 'shop' },
  },
  'elasticache--log-group': { source: { deployment: 'node-based', engine: 'valkey' } },
  'elasticache--sns-topic': { source: { deployment: 'node-based' } },
  'vpc-endpoint--s3-bucket': endpoint('s3'),
  'vpc-endpoint--dynamodb-table': endpoint('dynamodb'),
  'vpc-endpoint--sqs-queue': endpoint('sqs'),
  'vpc-endpoint--sns-topic': endpoint('sns'),
  'vpc-endpoint--kinesis-stream': endpoint('kinesis-streams'),
  'vpc-endpoint--firehose': endpoint('kinesis-firehose'),
  'vpc-endpoint--event-bus': endpoint('events'),
  'vpc-endpoint--state-machine': endpoint('states'),
  'vpc-endpoint--secret': endpoint('secretsmanager'),
  'vpc-endpoint--log-group': endpoint('logs'),
  'vpc-endpoint--lambda': endpoint('lambda'),
  'vpc-endpoint--ses-identity': endpoint('email-smtp'),
  'ses-identity--event-bus--service-events': { target: { busType: 'default' } },
  'hosted-zone--ses-identity': { target: { identityType: 'domain' } },
  'client--ses-identity': withCredentials,
  'vpc-endpoint--rest-api': { ...endpoint('execute-api'), target: { endpointType: 'PRIVATE' } },
  'vpc-endpoint--appsync-api': {
    ...endpoint('appsync-api'),
    target: { visibility: 'PRIVATE' },
  },
  'subnet--vpc-endpoint': { target: { service: 's3', vpcEndpointType: 'Gateway' } },
  'lambda--vpc-endpoint': { target: { service: 'sqs', vpcEndpointType: 'Interface' } },
  'hosted-zone--vpc-endpoint': { target: { service: 'execute-api', vpcEndpointType: 'Interface' } },
  's3-bucket--lambda--code': { properties: { key: 'app.zip' } },
  'sns-topic--client--mobile-push': {
    properties: {
      platformEndpointArn: 'arn:aws:sns:eu-west-1:111111111111:endpoint/GCM/app/1',
    },
  },
  'client--sqs-queue': withCredentials,
  'client--sns-topic': withCredentials,
  'client--event-bus': withCredentials,
  'client--kinesis-stream': withCredentials,
  'client--firehose': withCredentials,
  'client--dynamodb-table': withCredentials,
  'client--s3-bucket': withCredentials,
  'client--lambda--sdk': withCredentials,
  'hosted-zone--cloudfront': {
    target: { aliases: ['www.example.com'] },
    also: ['certificate--cloudfront'],
  },
  'hosted-zone--rest-api--with-domain': { also: ['api-custom-domain--rest-api'] },
  'hosted-zone--http-api--with-domain': { also: ['api-custom-domain--http-api'] },
  'hosted-zone--cognito-user-pool': { also: ['certificate--cognito-user-pool'] },
  'schedule--dynamodb-table--universal': { properties: { input: { S3Bucket: 'exports' } } },
  'waf-web-acl--cloudfront': {
    source: { scope: 'CLOUDFRONT' },
    sourceRegion: 'us-east-1',
  },
  'kms-key--athena-workgroup': { also: ['athena-workgroup--s3-bucket'] },
  'alb--cognito-user-pool': {
    source: { scheme: 'internal' },
    target: { domainPrefix: 'shop' },
    also: ['certificate--alb'],
  },
  'certificate--nlb': { target: { listenerProtocol: 'TLS', listenerPort: 443 } },
  'http-api--ec2-instance--public': {
    target: { associatePublicIp: true },
    targetParent: { subnetType: 'public' },
  },
  'cloudwatch-alarm--ec2-instance': { also: ['ec2-instance--cloudwatch-alarm'] },
  'cloudfront--alb--public': openBalancer,
  'rest-api--alb--public': openBalancer,
  'http-api--alb--public': openBalancer,
  'cloudfront--nlb--public': openConnections,
  'http-api--nlb--public': openConnections,
  'rest-api--nlb--public': openConnections,
  'nlb--alb': { source: { listenerProtocol: 'TCP' } },
  'nlb--fargate-service': { source: { listenerProtocol: 'TCP' } },
  'websocket-api--vpc-link': { target: { version: 'v1' }, also: ['vpc-link--nlb'] },
  'alb--identity-provider': {
    target: { protocol: 'oidc', issuerUrl: 'https://login.example.com' },
    also: ['certificate--alb'],
  },
  'alb--vpc-endpoint': {
    source: { listenerProtocol: 'HTTP', listenerPort: 80 },
    target: { service: 'execute-api', vpcEndpointType: 'Interface' },
  },
  'vpc-endpoint--ssm-parameter': endpoint('ssm'),
  'vpc--vpc': { target: { cidrBlock: '10.77.0.0/16' } },
};
