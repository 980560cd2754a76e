import { connectionsFrom } from '../connection.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromAthenaWorkgroup = connectionsFrom<Kind>('athena-workgroup', {
  's3-bucket': dataExport({
    label: 'writes results to',
    delivery: 'async',
    properties: {
      prefix: text({
        default: 'results/',
        maxLength: 1024,
        help: 'Where in the bucket the results are put.',
      }),
    },
    statements: [
      {
        side: 'caller-identity',
        actions: [
          's3:PutObject',
          's3:GetObject',
          's3:ListBucket',
          's3:GetBucketLocation',
          's3:AbortMultipartUpload',
        ],
        resources: ['{target.arn}', '{target.arn}/*'],
      },
    ],
    explain:
      'Every query leaves its result as a file in this bucket, with the rights of whoever asked. Let a lifecycle rule delete old ones.',
    docs: 'Specify a query result location',
    options: { from: 'query' },
  }),
  lambda: directInvoke({
    label: 'runs federated queries through',
    statements: [
      {
        side: 'caller-identity',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
      },
    ],
    explain:
      'A connector function lets Athena read what is not in S3, such as a table of DynamoDB or another database. It is registered as a data catalog, under whose name queries find it; AWS has ready functions for many sources.',
    docs: 'Use Amazon Athena Federated Query',
    options: { caller: 'query' },
  }),
});
