import { resultsLocation } from '../analytics/athena.ts';
import { isServerless, namespaceId } from '../analytics/warehouse.ts';
import { vaultId } from '../backup-vault.ts';
import { connectionsFrom } from '../connection.ts';
import { cacheEngineOf } from '../elasticache/engines.ts';
import { encryption } from '../mechanisms/encryption.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { encryptedBy } from './shared/key-use.ts';

export const fromKmsKey = connectionsFrom<Kind>('kms-key', {
  lambda: encryptedBy('lambda', (arn) => ({ KmsKeyArn: arn }), {
    grants: true,
    explain: 'The key encrypts the environment variables of the function.',
  }),
  'sqs-queue': encryptedBy('sqs', (arn) => ({ KmsMasterKeyId: arn, SqsManagedSseEnabled: false }), {
    senders: {
      'sns.amazonaws.com': ['sns-topic'],
      'events.amazonaws.com': ['event-rule'],
      's3.amazonaws.com': ['s3-bucket'],
    },
  }),
  'sns-topic': encryptedBy('sns', (arn) => ({ KmsMasterKeyId: arn }), {
    senders: {
      'events.amazonaws.com': ['event-rule'],
      's3.amazonaws.com': ['s3-bucket'],
      'cloudwatch.amazonaws.com': ['cloudwatch-alarm'],
      'ses.amazonaws.com': ['ses-identity'],
    },
  }),
  'event-bus': encryption({
    label: 'encrypts',
    delivery: 'config',
    reversible: true,
    statements: [
      {
        side: 'source-policy',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: ['*'],
        principal: 'events.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': '{account}' } },
      },
    ],
    docs: 'Encryption of event buses with AWS KMS',
    options: { properties: (arn) => ({ KmsKeyIdentifier: arn }) },
  }),
  'kinesis-stream': encryptedBy('kinesis', (arn) => ({
    StreamEncryption: { EncryptionType: 'KMS', KeyId: arn },
  })),
  firehose: encryptedBy(
    'firehose',
    (arn) => ({
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: arn },
    }),
    {
      grants: true,
      explain:
        'Firehose encrypts what waits inside while it gathers; a stream that reads from Kinesis leaves that to Kinesis.',
    },
  ),
  's3-bucket': encryptedBy('s3', (arn) => ({
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn },
        },
      ],
    },
  })),
  'dynamodb-table': encryptedBy(
    'dynamodb',
    (arn) => ({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: arn } }),
    { grants: true },
  ),
  'rds-instance': encryptedBy('rds', (arn) => ({ StorageEncrypted: true, KmsKeyId: arn }), {
    grants: true,
  }),
  secret: encryptedBy('secretsmanager', (arn) => ({ KmsKeyId: arn })),
  'log-group': encryption({
    label: 'encrypts',
    delivery: 'config',
    reversible: true,
    statements: [
      {
        side: 'source-policy',
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey*',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        principal: 'logs.{region}.amazonaws.com',
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn':
              'arn:{partition}:logs:{region}:{account}:log-group:*',
          },
        },
      },
    ],
    docs: 'Encrypt log data in CloudWatch Logs using AWS KMS',
    options: { properties: (arn) => ({ KmsKeyId: arn }) },
  }),
  'aurora-cluster': encryptedBy('rds', (arn) => ({ StorageEncrypted: true, KmsKeyId: arn }), {
    grants: true,
  }),
  'efs-file-system': encryptedBy(
    'elasticfilesystem',
    (arn) => ({ Encrypted: true, KmsKeyId: arn }),
    { grants: true },
  ),
  elasticache: encryptedBy(
    'elasticache',
    (arn, cache) => (cacheEngineOf(cache).id === 'memcached' ? {} : { KmsKeyId: arn }),
    { grants: true },
  ),
  opensearch: encryptedBy(
    'es',
    (arn, search) =>
      search.read('deployment') === 'domain'
        ? { EncryptionAtRestOptions: { Enabled: true, KmsKeyId: arn } }
        : {},
    { grants: true },
  ),
  redshift: encryptedBy(
    'redshift',
    (arn, warehouse) =>
      isServerless(warehouse) ? { KmsKeyId: arn } : { Encrypted: true, KmsKeyId: arn },
    {
      grants: true,
      resource: (warehouse) => (isServerless(warehouse) ? namespaceId(warehouse) : warehouse.id),
    },
  ),
  'backup-plan': encryptedBy('backup', (arn) => ({ EncryptionKeyArn: arn }), {
    grants: true,
    resource: vaultId,
    explain: 'The key encrypts the vault of the plan; the vault Default has its own.',
  }),
  'ecr-repository': encryptedBy(
    'ecr',
    (arn) => ({ EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: arn } }),
    {
      grants: true,
      explain:
        'The key encrypts the layers of the images. It is chosen when the repository is made: changing it makes a new one.',
    },
  ),
  'state-machine': encryptedBy(
    'states',
    (arn) => ({ EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: arn } }),
    {
      explain:
        'The key encrypts the definition and the history of executions with all that went in and out, and the log lines on their way. The role of the workflow must be allowed to use it, and so must people who start executions or read them.',
      statements: [
        {
          side: 'target-role',
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: ['{source.arn}'],
        },
        {
          side: 'source-policy',
          actions: ['kms:Decrypt*'],
          resources: ['*'],
          principal: 'delivery.logs.amazonaws.com',
          conditions: {
            StringEquals: {
              'kms:EncryptionContext:SourceArn': 'arn:{partition}:logs:{region}:{account}:*',
            },
          },
          when: ({ target }) => target('logLevel') !== 'OFF',
        },
      ],
    },
  ),
  'athena-workgroup': encryptedBy(
    's3',
    (arn, workgroup) =>
      resultsLocation(workgroup) === undefined
        ? {}
        : {
            'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration': {
              EncryptionOption: 'SSE_KMS',
              KmsKey: arn,
            },
          },
    { explain: 'The key encrypts the results in the bucket that the workgroup writes to.' },
  ),
});
