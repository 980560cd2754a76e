import type { ConnectionReader } from '../../connection.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { networkAccess } from '../../mechanisms/network-access.mechanism.ts';
import { networkPlacement } from '../../mechanisms/network-placement.mechanism.ts';
import { privateAccess } from '../../mechanisms/private-access.mechanism.ts';
import { choice, integer, text, yesNo } from '../../property.ts';

/* What a function reaches inside a VPC, and the secrets that it needs there. */

const usesSecret = ({ connection }: ConnectionReader): boolean =>
  connection('authMode') === 'secret';
const usesIam = ({ connection }: ConnectionReader): boolean => connection('authMode') === 'iam';

const readSecretAlways = {
  side: 'source-role',
  actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
  resources: ['{target.secretArn}'],
} as const;
const readSecret = { ...readSecretAlways, when: usesSecret } as const;

const dbUser = text({
  default: 'app',
  maxLength: 63,
  when: (read) => read('authMode') === 'iam',
  help: 'The database user that the code logs in as. It must exist and be allowed to log in with IAM.',
});

/** From a function to a database, without a proxy. */
export const toDatabase = networkAccess({
  variant: 'network',
  label: 'connects to',
  properties: {
    port: integer({
      min: 1150,
      max: 65_535,
      advanced: true,
      help: "Empty: the database's own port.",
    }),
    authMode: choice(['secret', 'iam'], {
      default: 'secret',
      help: 'Log in with the password of the master user from its secret, or with IAM as a user of your own.',
    }),
    dbUser,
  },
  statements: [
    readSecret,
    {
      side: 'source-role',
      actions: ['rds-db:connect'],
      resources: [
        'arn:{partition}:rds-db:{region}:{account}:dbuser:{target.dbiResourceId}/{connection.dbUser}',
      ],
      when: usesIam,
    },
  ],
  environment: [
    { name: 'DB_HOST', value: '{target.host}' },
    { name: 'DB_PORT', value: '{target.port}' },
    { name: 'DB_SECRET_ARN', value: '{target.secretArn}', when: usesSecret },
    { name: 'DB_USER', value: '{connection.dbUser}', when: usesIam },
  ],
  docs: 'Using AWS Lambda with Amazon RDS',
  options: { to: 'database' },
});

const toReader = ({ connection }: ConnectionReader): boolean => connection('endpoint') === 'reader';
const toWriter = (read: ConnectionReader): boolean => !toReader(read);

/** From code to an Aurora cluster, over a connection of its own. */
export const toCluster = networkAccess({
  variant: 'network',
  preferred: true,
  label: 'connects to',
  properties: {
    endpoint: choice(['writer', 'reader'], {
      default: 'writer',
      help: 'writer: the address of the instance that takes writes. reader: an address that spreads connections over the readers.',
    }),
    port: integer({
      min: 1150,
      max: 65_535,
      advanced: true,
      help: "Empty: the cluster's own port.",
    }),
    authMode: choice(['secret', 'iam'], {
      default: 'secret',
      help: 'Log in with the password of the master user from its secret, or with IAM as a user of your own.',
    }),
    dbUser,
  },
  statements: [
    readSecret,
    {
      side: 'source-role',
      actions: ['rds-db:connect'],
      resources: [
        'arn:{partition}:rds-db:{region}:{account}:dbuser:{target.dbiResourceId}/{connection.dbUser}',
      ],
      when: usesIam,
    },
  ],
  environment: [
    { name: 'DB_HOST', value: '{target.host}', when: toWriter },
    { name: 'DB_HOST', value: '{target.readerHost}', when: toReader },
    { name: 'DB_PORT', value: '{target.port}' },
    { name: 'DB_SECRET_ARN', value: '{target.secretArn}', when: usesSecret },
    { name: 'DB_USER', value: '{connection.dbUser}', when: usesIam },
  ],
  docs: 'Connecting to an Amazon Aurora DB cluster',
  options: { to: 'database' },
});

/** From code to an Aurora cluster over HTTPS: no connection, and no place in the VPC. */
export const throughDataApi = iamDataAccess({
  variant: 'data-api',
  label: 'queries through the RDS Data API',
  statements: [
    {
      side: 'source-role',
      actions: [
        'rds-data:ExecuteStatement',
        'rds-data:BatchExecuteStatement',
        'rds-data:BeginTransaction',
        'rds-data:CommitTransaction',
        'rds-data:RollbackTransaction',
      ],
      resources: ['{target.arn}'],
    },
    readSecretAlways,
  ],
  environment: [
    { name: 'CLUSTER_ARN', value: '{target.arn}' },
    { name: 'DB_SECRET_ARN', value: '{target.secretArn}' },
  ],
  explain:
    'The code sends SQL to an API of AWS, which runs it with the login of the master user from its secret. There is no connection to open, keep or pool, and the function need not be in the VPC. An answer has at most 1 MiB.',
  docs: 'Using the Amazon RDS Data API',
  options: { grant: 'grantDataApiAccess' },
});

/** From a function to a database through a proxy. */
export const toProxy = networkAccess({
  label: 'connects through',
  properties: {
    authMode: choice(['iam', 'secret'], {
      default: 'iam',
      help: 'Log in to the proxy with IAM, or with the user and password of its secret.',
    }),
    dbUser,
  },
  statements: [
    {
      side: 'source-role',
      actions: ['rds-db:connect'],
      resources: [
        'arn:{partition}:rds-db:{region}:{account}:dbuser:{target.proxyId}/{connection.dbUser}',
      ],
      when: usesIam,
    },
    readSecret,
  ],
  environment: [
    { name: 'DB_PROXY_ENDPOINT', value: '{target.endpoint}' },
    { name: 'DB_PROXY_SECRET_ARN', value: '{target.secretArn}', when: usesSecret },
    { name: 'DB_PROXY_USER', value: '{connection.dbUser}', when: usesIam },
  ],
  docs: 'Using Amazon RDS Proxy',
  options: { to: 'proxy' },
});

/** From a function to a secret. */
export const toSecret = iamDataAccess({
  label: 'reads',
  properties: {
    access: choice(['read', 'write'], {
      default: 'read',
      help: 'Read the value, or also put a new one.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      resources: ['{target.arn}'],
    },
    {
      side: 'source-role',
      actions: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') === 'write',
    },
    {
      side: 'source-role',
      actions: ['kms:Decrypt'],
      resources: ['{target.kmsKeyArn}'],
      conditions: { StringEquals: { 'kms:ViaService': 'secretsmanager.{region}.amazonaws.com' } },
      when: ({ target }) => target('kmsKeyId') !== undefined,
    },
    {
      side: 'source-role',
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
      resources: ['{target.kmsKeyArn}'],
      conditions: { StringEquals: { 'kms:ViaService': 'secretsmanager.{region}.amazonaws.com' } },
      when: ({ connection, target }) =>
        target('kmsKeyId') !== undefined && connection('access') === 'write',
    },
  ],
  environment: [{ name: 'SECRET_ARN', value: '{target.arn}' }],
  docs: 'Use AWS Secrets Manager secrets in AWS Lambda functions',
  options: { grant: { read: 'grantRead' } },
});

/** A function in a subnet. */
export const inSubnet = networkPlacement({
  label: 'is attached to',
  delivery: 'config',
  gesture: 'both',
  reversible: true,
  properties: {
    ipv6AllowedForDualStack: yesNo({
      default: false,
      advanced: true,
      help: 'Also sends IPv6. The subnets must have IPv6 addresses.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: [
        'ec2:CreateNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSubnets',
        'ec2:DeleteNetworkInterface',
        'ec2:AssignPrivateIpAddresses',
        'ec2:UnassignPrivateIpAddresses',
      ],
      resources: ['*'],
    },
  ],
  explain:
    'The function gets network interfaces in these subnets and reaches what is in the VPC. It then has no way to the internet but through a NAT gateway, and none to AWS services but through that or endpoints. Lambda makes the interfaces itself, for which the role has the AWS managed policy AWSLambdaVPCAccessExecutionRole.',
  docs: 'Giving Lambda functions access to resources in an Amazon VPC',
});

/** A function that calls AWS services through an endpoint in its VPC. */
export const toEndpoint = privateAccess({
  label: 'calls AWS services through',
  docs: 'Access an AWS service using an interface VPC endpoint',
  options: { to: 'endpoint' },
});
