import { queryRights } from '../../analytics/athena.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';

/** From code to a workgroup. */
export const runsQueries = iamDataAccess({
  label: 'runs queries in',
  delivery: 'async',
  statements: [
    {
      side: 'source-role',
      actions: [
        'athena:StartQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:StopQueryExecution',
        'athena:GetWorkGroup',
      ],
      resources: ['{target.arn}'],
    },
    {
      side: 'source-role',
      actions: ['glue:GetTable', 's3:GetObject', 's3:PutObject'],
      resources: ['databases, data and results that are connected to {target.name}'],
      byMechanism: true,
    },
  ],
  environment: [{ name: 'ATHENA_WORKGROUP', value: '{target.name}' }],
  explain:
    'Athena reads the catalog and the data and writes the result with the rights of the code that asks. So its role gets those too, for the databases and buckets that are connected to the workgroup.',
  docs: 'Identity and access management in Athena',
  options: { also: queryRights },
});
