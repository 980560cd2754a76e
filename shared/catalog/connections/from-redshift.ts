import { connectionsFrom } from '../connection.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromRedshift = connectionsFrom<Kind>('redshift', {
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain: 'Redshift Serverless wants subnets in three Availability Zones.',
    docs: 'Considerations when using Amazon Redshift Serverless',
  }),
  's3-bucket': dataExport({
    label: 'unloads to',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['s3:ListBucket', 's3:GetBucketLocation'],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
        resources: ['{target.arn}/*'],
      },
    ],
    explain:
      'UNLOAD writes the result of a query as files into the bucket, when somebody runs it. It says IAM_ROLE default and so takes the role that may do that.',
    docs: 'Unloading data to Amazon S3',
    options: { from: 'warehouse' },
  }),
  lambda: directInvoke({
    label: 'calls as a SQL function',
    statements: [
      {
        side: 'source-role',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
      },
    ],
    explain:
      'CREATE EXTERNAL FUNCTION gives the function a name in SQL. A query then calls it with many rows at a time, and waits.',
    docs: 'Scalar Lambda UDFs',
    options: { caller: 'service' },
  }),
});
