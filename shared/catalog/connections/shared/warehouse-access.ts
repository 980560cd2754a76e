import { warehousePort } from '../../analytics/warehouse.ts';
import { securityRule } from '../../common-properties.ts';
import type { ConnectionReader, StatementTemplate } from '../../connection.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { tcp } from '../../network/security-groups.ts';

const isServerless = ({ target }: ConnectionReader): boolean =>
  target('deployment') !== 'provisioned';
const isProvisioned = (read: ConnectionReader): boolean => !isServerless(read);

/**
 * SQL through the Data API with credentials that IAM gives.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html
 */
export const dataApiStatements = (
  side: 'source-role' | 'service-role',
  ...actions: readonly string[]
): readonly StatementTemplate[] => {
  const principal = side === 'service-role' ? { principal: 'events.amazonaws.com' } : {};
  return [
    { side, actions, resources: ['{target.arn}'], ...principal },
    {
      side,
      actions: ['redshift-serverless:GetCredentials'],
      resources: ['{target.arn}'],
      when: isServerless,
      ...principal,
    },
    {
      side,
      actions: ['redshift:GetClusterCredentialsWithIAM'],
      resources: [
        'arn:{partition}:redshift:{region}:{account}:dbname:{target.name}/{target.database}',
      ],
      when: isProvisioned,
      ...principal,
    },
  ];
};

/** The answer is asked for by an id; statements have no ARN. */
const readResults: StatementTemplate = {
  side: 'source-role',
  actions: ['redshift-data:DescribeStatement', 'redshift-data:GetStatementResult'],
  resources: ['*'],
};

/** From code to a warehouse over HTTPS, without a connection and without a place in the VPC. */
export const throughWarehouseApi = iamDataAccess({
  variant: 'data-api',
  label: 'queries through the Data API',
  delivery: 'async',
  statements: [
    ...dataApiStatements(
      'source-role',
      'redshift-data:ExecuteStatement',
      'redshift-data:BatchExecuteStatement',
    ),
    readResults,
  ],
  environment: [
    { name: 'REDSHIFT_WORKGROUP', value: '{target.name}', when: isServerless },
    { name: 'REDSHIFT_CLUSTER', value: '{target.name}', when: isProvisioned },
    { name: 'REDSHIFT_DATABASE', value: '{target.database}' },
  ],
  explain:
    'The code sends SQL over HTTPS and gets an id; later it asks whether the statement is done and fetches the result. No connection stays open, and the code need not be in the VPC.',
  docs: 'Using the Amazon Redshift Data API',
  options: {},
});

/** From a job to a warehouse, over JDBC with the password from its secret. */
export const toWarehouse = iamDataAccess({
  label: 'writes to',
  delivery: 'async',
  properties: { securityRule },
  statements: [
    {
      side: 'source-role',
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      resources: ['{target.secretArn}'],
    },
  ],
  environment: [
    { name: 'REDSHIFT_HOST', value: '{target.host}' },
    { name: 'REDSHIFT_DATABASE', value: '{target.database}' },
    { name: 'REDSHIFT_SECRET_ARN', value: '{target.secretArn}' },
  ],
  explain:
    'The job opens a JDBC connection inside the VPC and logs in with the password from the secret. Spark stages the rows in a bucket and lets Redshift copy them, so draw the bucket as well.',
  docs: 'Redshift connections',
  options: { traffic: ({ target }) => tcp(warehousePort(target)) },
});
