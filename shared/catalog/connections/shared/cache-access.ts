import { securityRule } from '../../common-properties.ts';
import type { ConnectionReader } from '../../connection.ts';
import { daxPort } from '../../dax/cluster.ts';
import { cacheTraffic } from '../../elasticache/engines.ts';
import { cache } from '../../mechanisms/cache.mechanism.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { tcp } from '../../network/security-groups.ts';
import { choice, text } from '../../property.ts';

/** From code to a DAX cluster: IAM decides what it may ask for, and the security group whether it gets there. */
export const toDaxCluster = iamDataAccess({
  label: 'reads and writes items through',
  properties: {
    access: choice(['read', 'write', 'readwrite'], {
      default: 'readwrite',
      required: true,
      help: 'Choose read or write alone where that is enough.',
    }),
    securityRule,
  },
  statements: [
    {
      side: 'source-role',
      actions: [
        'dax:GetItem',
        'dax:BatchGetItem',
        'dax:Query',
        'dax:Scan',
        'dax:ConditionCheckItem',
      ],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') !== 'write',
    },
    {
      side: 'source-role',
      actions: ['dax:PutItem', 'dax:UpdateItem', 'dax:DeleteItem', 'dax:BatchWriteItem'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') !== 'read',
    },
  ],
  environment: [
    { name: 'DAX_ENDPOINT', value: '{target.endpointUrl}' },
    { name: 'TABLE_NAME', value: '{target.tableName}' },
  ],
  explain:
    'The code uses the DAX client in place of that of DynamoDB: same calls, another address. It needs the dax permissions on the cluster, none on the table, and a place in the same VPC. Isobar opens the port in the security group of the cluster.',
  docs: 'DAX access control',
  options: { traffic: ({ target }) => tcp(daxPort(target.read('clusterEndpointEncryptionType'))) },
});

const usesIam = ({ connection }: ConnectionReader): boolean => connection('authMode') === 'iam';

/** From code to an ElastiCache cache. */
export const toCache = cache({
  label: 'caches in',
  properties: {
    authMode: choice(['none', 'iam'], {
      default: 'none',
      help: 'none: whoever the security group lets in. iam: the code logs in as the user below, with a token that IAM signs (Valkey, and Redis OSS 7 or later).',
    }),
    user: text({
      default: 'app',
      maxLength: 40,
      pattern: '^[a-z](?!.*--)[a-z0-9-]*$',
      when: (read) => read('authMode') === 'iam',
      help: 'The user that the code logs in as; the export makes it. Its name is unique in the account.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['elasticache:Connect'],
      resources: [
        '{target.arn}',
        'arn:{partition}:elasticache:{region}:{account}:user:{connection.user}',
      ],
      when: usesIam,
    },
  ],
  environment: [
    { name: 'CACHE_ENDPOINT', value: '{target.host}' },
    { name: 'CACHE_PORT', value: '{target.port}' },
    { name: 'CACHE_USER', value: '{connection.user}', when: usesIam },
  ],
  explain:
    'The code asks the cache first, and on a miss asks what stands behind and puts the answer into the cache, with the time for which it may be used. Cache and code must be in one VPC. Isobar opens the port in the security group of the cache.',
  docs: 'Configuring a Lambda function to access Amazon ElastiCache in an Amazon VPC',
  options: { traffic: ({ target }) => cacheTraffic(target) },
});
