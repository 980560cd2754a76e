import type { ConnectionReader, UnplacedRow } from '../connection.ts';
import { connectionsFrom } from '../connection.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { identity } from '../mechanisms/identity.mechanism.ts';
import { choice, type PropertyTable, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { hasIndexes } from './shared/table-access.ts';

const who: PropertyTable = {
  role: choice(['authenticated', 'unauthenticated'], {
    default: 'authenticated',
    help: 'Users who have signed in, or guests. What guests may do, everybody may do who knows the id of the pool.',
  }),
};

const access = choice(['read', 'write', 'readwrite'], {
  default: 'readwrite',
  help: 'Choose read or write alone where that is enough.',
});

const rolesPage = 'IAM roles';

/** Those who have credentials of the pool may do this, and nothing else. */
const allows = (
  label: string,
  actions: readonly string[],
  resources: readonly string[],
  docs = rolesPage,
): UnplacedRow =>
  iamDataAccess({
    label,
    properties: who,
    statements: [{ side: 'source-role', actions, resources }],
    docs,
    options: { handedOut: true },
  });

const reads = ({ connection }: ConnectionReader): boolean => connection('access') !== 'write';
const writes = ({ connection }: ConnectionReader): boolean => connection('access') !== 'read';
const readsIndexes = (read: ConnectionReader): boolean => reads(read) && hasIndexes(read);
const isSet =
  (property: string, value: boolean, also: (read: ConnectionReader) => boolean) =>
  (read: ConnectionReader): boolean =>
    (read.connection(property) === true) === value && also(read);

/** The identity of who asks, which IAM puts in and the caller cannot choose. */
const own = '${cognito-identity.amazonaws.com:sub}';
const ownRows = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [own] } };
const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writeActions = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

export const fromCognitoIdentityPool = connectionsFrom<Kind>('cognito-identity-pool', {
  'dynamodb-table': iamDataAccess({
    label: 'lets users use their rows in',
    properties: {
      ...who,
      access,
      rowLevelSecurity: yesNo({
        default: true,
        help: 'Only rows whose partition key is the identity id of the user. No: all users share all rows.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: readActions,
        resources: ['{target.arn}'],
        conditions: ownRows,
        when: isSet('rowLevelSecurity', true, reads),
      },
      {
        side: 'source-role',
        actions: ['dynamodb:Query'],
        resources: ['{target.arn}/index/*'],
        conditions: ownRows,
        when: isSet('rowLevelSecurity', true, readsIndexes),
      },
      {
        side: 'source-role',
        actions: writeActions,
        resources: ['{target.arn}'],
        conditions: ownRows,
        when: isSet('rowLevelSecurity', true, writes),
      },
      {
        side: 'source-role',
        actions: readActions,
        resources: ['{target.arn}'],
        when: isSet('rowLevelSecurity', false, reads),
      },
      {
        side: 'source-role',
        actions: ['dynamodb:Query'],
        resources: ['{target.arn}/index/*'],
        when: isSet('rowLevelSecurity', false, readsIndexes),
      },
      {
        side: 'source-role',
        actions: writeActions,
        resources: ['{target.arn}'],
        when: isSet('rowLevelSecurity', false, writes),
      },
    ],
    explain:
      'The app reads and writes the table itself, with the credentials of the pool. All users share one role; a condition in its policy compares the partition key of each request with the identity id of who asks (dynamodb:LeadingKeys), so that each user reaches own rows only. Scan has no key to compare and is not allowed. The partition key of the table has to be the identity id.',
    docs: 'Using IAM policy conditions for fine-grained access control',
    options: { handedOut: true },
  }),
  's3-bucket': iamDataAccess({
    label: 'lets users use their files in',
    properties: {
      ...who,
      access,
      prefix: text({
        default: 'private',
        maxLength: 900,
        pattern: '^[A-Za-z0-9!_.()/-]+$',
        help: 'The folder that the files are in, without a slash at its end.',
      }),
      prefixPerUser: yesNo({
        default: true,
        help: "Each user has a folder of one's own below it, named by the identity id. No: all users share the files.",
      }),
      shared: yesNo({
        default: false,
        advanced: true,
        when: (read) => read('prefixPerUser') === false,
        help: 'All users are meant to see and change the files of all; only the checks read it.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['s3:GetObject'],
        resources: [`{target.arn}/{connection.prefix}/${own}/*`],
        when: isSet('prefixPerUser', true, reads),
      },
      {
        side: 'source-role',
        actions: ['s3:PutObject', 's3:DeleteObject'],
        resources: [`{target.arn}/{connection.prefix}/${own}/*`],
        when: isSet('prefixPerUser', true, writes),
      },
      {
        side: 'source-role',
        actions: ['s3:GetObject'],
        resources: ['{target.arn}/{connection.prefix}/*'],
        when: isSet('prefixPerUser', false, reads),
      },
      {
        side: 'source-role',
        actions: ['s3:PutObject', 's3:DeleteObject'],
        resources: ['{target.arn}/{connection.prefix}/*'],
        when: isSet('prefixPerUser', false, writes),
      },
    ],
    explain:
      'The app loads files up and down by itself, with the credentials of the pool. All users share one role; a variable in its policy stands for the identity id of who asks, so that each user has a folder that nobody else can open. A bucket that a web page uses needs CORS rules.',
    docs: 'Amazon S3: lets Amazon Cognito users access objects in their bucket',
    options: { handedOut: true },
  }),
  lambda: allows('lets users invoke', ['lambda:InvokeFunction'], ['{target.arn}']),
  'rest-api': allows(
    'lets users call',
    ['execute-api:Invoke'],
    ['arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/*'],
    'Control access to a REST API with IAM permissions',
  ),
  'http-api': allows(
    'lets users call',
    ['execute-api:Invoke'],
    ['arn:{partition}:execute-api:{region}:{account}:{target.id}/*'],
    'Control access to HTTP APIs with IAM authorization',
  ),
  'appsync-api': allows(
    'lets users ask',
    ['appsync:GraphQL'],
    ['{target.arn}/*'],
    'Configuring authorization and authentication to secure your GraphQL APIs',
  ),
  'sqs-queue': allows('lets users send messages to', ['sqs:SendMessage'], ['{target.arn}']),
  'sns-topic': allows('lets users publish to', ['sns:Publish'], ['{target.arn}']),
  'event-bus': allows('lets users put events on', ['events:PutEvents'], ['{target.arn}']),
  'kinesis-stream': allows(
    'lets users put records into',
    ['kinesis:PutRecord', 'kinesis:PutRecords'],
    ['{target.arn}'],
  ),
  firehose: allows(
    'lets users put records into',
    ['firehose:PutRecord', 'firehose:PutRecordBatch'],
    ['{target.arn}'],
  ),
  'iam-role': identity({
    label: 'hands out',
    delivery: 'config',
    reversible: true,
    properties: {
      roleType: choice(['authenticated', 'unauthenticated'], {
        default: 'authenticated',
        help: 'For users who have signed in, or for guests.',
      }),
    },
    explain:
      'Users get the credentials of this role instead of the one that the export makes. What other arrows of the pool allow, the export adds to it.',
    docs: 'Role-based access control',
    options: { use: 'hands-out', service: 'cognito-identity.amazonaws.com' },
  }),
});
