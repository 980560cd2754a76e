import { camelCase, pascalCase, screamingSnakeCase } from '../../lib/words.ts';

/** A service that a variable leads to, and what its client is called in each language. */
interface Client {
  readonly what: string;
  /** The package behind `@aws-sdk/client-`, the boto3 client, the Java artifact, the Ruby gem and the Go package. */
  readonly id: string;
  readonly node?: string;
  readonly java?: string;
  readonly ruby?: string;
  /** Behind `AWSSDK.`. */
  readonly dotnet: string;
}

/** By the last words of the variable's name: a prefix tells several targets of one kind apart. */
const clients: readonly (readonly [RegExp, Client])[] = [
  [/(^|_)TABLE_NAME$/, { what: 'DynamoDB table', id: 'dynamodb', dotnet: 'DynamoDBv2' }],
  [/(^|_)QUEUE_URL$/, { what: 'SQS queue', id: 'sqs', dotnet: 'SQS' }],
  [/(^|_)TOPIC_ARN$/, { what: 'SNS topic', id: 'sns', dotnet: 'SimpleNotificationService' }],
  [/(^|_)BUCKET_NAME$/, { what: 'S3 bucket', id: 's3', dotnet: 'S3' }],
  [
    /(^|_)DELIVERY_STREAM_NAME$/,
    { what: 'Firehose stream', id: 'firehose', dotnet: 'KinesisFirehose' },
  ],
  [/(^|_)STREAM_NAME$/, { what: 'Kinesis stream', id: 'kinesis', dotnet: 'Kinesis' }],
  [
    /(^|_)EVENT_BUS_NAME$/,
    {
      what: 'event bus',
      id: 'events',
      node: 'eventbridge',
      java: 'eventbridge',
      ruby: 'eventbridge',
      dotnet: 'EventBridge',
    },
  ],
  [
    /(^|_)STATE_MACHINE_ARN$/,
    {
      what: 'state machine',
      id: 'stepfunctions',
      node: 'sfn',
      java: 'sfn',
      ruby: 'states',
      dotnet: 'StepFunctions',
    },
  ],
  [/(^|_)FUNCTION_NAME$/, { what: 'Lambda function', id: 'lambda', dotnet: 'Lambda' }],
  [
    /(^|_)SECRET_ARN$/,
    {
      what: 'secret',
      id: 'secretsmanager',
      node: 'secrets-manager',
      dotnet: 'SecretsManager',
    },
  ],
  [
    /(^|_)USER_POOL_(CLIENT_)?ID$/,
    {
      what: 'Cognito user pool',
      id: 'cognito-idp',
      node: 'cognito-identity-provider',
      java: 'cognitoidentityprovider',
      ruby: 'cognitoidentityprovider',
      dotnet: 'CognitoIdentityProvider',
    },
  ],
  [
    /(^|_)WEBSOCKET_CALLBACK_URL$/,
    {
      what: 'clients of a WebSocket API',
      id: 'apigatewaymanagementapi',
      node: 'apigatewaymanagementapi',
      dotnet: 'ApiGatewayManagementApi',
    },
  ],
  [
    /(^|_)SCHEDULE_(GROUP|ROLE_ARN)$/,
    { what: 'EventBridge Scheduler', id: 'scheduler', dotnet: 'Scheduler' },
  ],
  [
    /(^|_)DISTRIBUTION_ID$/,
    { what: 'CloudFront distribution', id: 'cloudfront', dotnet: 'CloudFront' },
  ],
  [
    /(^|_)CLUSTER_ARN$/,
    {
      what: 'Aurora cluster, through the Data API',
      id: 'rds-data',
      java: 'rdsdata',
      ruby: 'rdsdataservice',
      dotnet: 'RDSDataService',
    },
  ],
  [
    /(^|_)SENDER_EMAIL$/,
    { what: 'SES: the address that mails come from', id: 'sesv2', dotnet: 'SimpleEmailV2' },
  ],
  [/(^|_)KMS_KEY_ID$/, { what: 'KMS key', id: 'kms', dotnet: 'KeyManagementService' }],
  [/(^|_)PARAMETER_NAME$/, { what: 'SSM parameter', id: 'ssm', dotnet: 'SimpleSystemsManagement' }],
];

/** What is talked to in its own protocol: a hint that is the same in each language. */
const ownProtocols: readonly (readonly [RegExp, string])[] = [
  [/(^|_)DB_(HOST|PROXY_ENDPOINT)$/, 'database: connect with the driver of its engine'],
  [/(^|_)DAX_ENDPOINT$/, 'DAX cluster: use its client in place of that of DynamoDB'],
  [/(^|_)CACHE_ENDPOINT$/, 'cache: connect with a client of its engine, with TLS'],
  [/(^|_)EFS_MOUNT_PATH$/, 'EFS: read and write files here'],
];

/** An environment variable as generated code names it. */
export interface Variable {
  /** The name in the environment. */
  readonly name: string;
  readonly camel: string;
  readonly pascal: string;
  readonly screaming: string;
  /** What it leads to and how the client is called, for a comment. */
  readonly hint: Readonly<Record<Language, string>> | undefined;
}

export type Language = 'nodejs' | 'python' | 'java' | 'dotnet' | 'ruby' | 'go';

const hints = ({ what, ...client }: Client): Readonly<Record<Language, string>> => ({
  nodejs: `${what}: @aws-sdk/client-${client.node ?? client.id}`,
  python: `${what}: boto3.client("${client.id}")`,
  java: `${what}: software.amazon.awssdk:${client.java ?? client.id}`,
  dotnet: `${what}: AWSSDK.${client.dotnet}`,
  ruby: `${what}: aws-sdk-${client.ruby ?? client.id}`,
  go: `${what}: github.com/aws/aws-sdk-go-v2/service/${client.java ?? client.id}`,
});

const inEach = (text: string): Readonly<Record<Language, string>> => ({
  nodejs: text,
  python: text,
  java: text,
  dotnet: text,
  ruby: text,
  go: text,
});

/** The hints of each client, made once. */
const hinted = [
  ...clients.map(([pattern, client]) => [pattern, hints(client)] as const),
  ...ownProtocols.map(([pattern, text]) => [pattern, inEach(text)] as const),
];

const describe = (name: string): Variable | undefined => {
  const screaming = screamingSnakeCase(name);
  if (!/^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(name) || !/^[A-Z]/.test(screaming)) return undefined;
  return {
    name,
    camel: camelCase(name),
    pascal: pascalCase(name),
    screaming,
    hint: hinted.find(([pattern]) => pattern.test(name))?.[1],
  };
};

/** What was worked out for the names of the last exports: most functions of a design read the same few. */
const known = new Map<string, Variable | undefined>();
const maxKnown = 10_000;

const described = (name: string): Variable | undefined => {
  if (known.has(name)) return known.get(name);
  if (known.size === maxKnown) known.clear();
  const variable = describe(name);
  known.set(name, variable);
  return variable;
};

/**
 * The variables that generated code reads. Only names that are plain words in every language get into code; each
 * once, also where two names differ in their case alone.
 */
export const variablesOf = (names: readonly string[]): readonly Variable[] => {
  const seen = new Set<string>();
  return [...names].sort().flatMap((name) => {
    const variable = described(name);
    if (variable === undefined || seen.has(variable.screaming)) return [];
    seen.add(variable.screaming);
    return [variable];
  });
};
