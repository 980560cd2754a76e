import { securityRule } from '../../common-properties.ts';
import { daxPort } from '../../dax/cluster.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { choice } from '../../property.ts';

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
  options: { port: ({ target }) => daxPort(target.read('clusterEndpointEncryptionType')) },
});
