import { securityRule } from '../common-properties.ts';
import { connectionsFrom } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { list } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { onTables, readTables, writeTables } from './shared/catalog-access.ts';
import { overHttps, searchWriteStatements } from './shared/search-access.ts';
import { toWarehouse } from './shared/warehouse-access.ts';

const docs = 'Identity-based policy examples for AWS Glue';

export const fromGlueJob = connectionsFrom<Kind>('glue-job', {
  's3-bucket': iamDataAccess({
    label: 'writes to',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['s3:ListBucket', 's3:GetBucketLocation'],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        resources: ['{target.arn}/*'],
      },
    ],
    environment: [{ name: 'OUTPUT_BUCKET', value: '{target.name}' }],
    explain:
      'Spark writes to a temporary place in the bucket first, and moves and deletes there; so the role may also read and delete.',
    docs,
    options: {},
  }),
  'dynamodb-table': iamDataAccess({
    label: 'writes to',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['dynamodb:BatchWriteItem', 'dynamodb:DescribeTable'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'OUTPUT_TABLE', value: '{target.name}' }],
    docs,
    options: {},
  }),
  'glue-database': iamDataAccess({
    label: 'writes to',
    delivery: 'async',
    statements: [onTables('source-role', 'target', ...readTables, ...writeTables)],
    environment: [{ name: 'DATABASE_NAME', value: '{target.name}' }],
    docs,
    options: {},
  }),
  opensearch: iamDataAccess({
    label: 'writes to',
    delivery: 'async',
    properties: { securityRule },
    statements: searchWriteStatements,
    environment: [{ name: 'OPENSEARCH_ENDPOINT', value: '{target.url}' }],
    docs,
    options: { traffic: overHttps },
  }),
  redshift: toWarehouse,
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The workers get addresses in this subnet and reach what is in the VPC. They reach S3 through a gateway endpoint, and other services through endpoints or a NAT gateway. Their security group lets them reach one another.',
    docs: 'Setting up Amazon VPC for JDBC connections to Amazon RDS data stores from AWS Glue',
  }),
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes job states to',
    delivery: 'async',
    properties: {
      detailTypes: list({ help: 'Glue Job State Change, Glue Job Run Status.' }),
    },
    docs: 'Automating AWS Glue with EventBridge',
  }),
});
