import { connectionsFrom } from '../connection.ts';
import { edgeAssociation } from '../mechanisms/edge-association.mechanism.ts';
import { httpCall } from '../mechanisms/http-call.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { choice, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { bucketAccessProperties, bucketAccessStatements } from './shared/bucket-access.ts';
import { edgePattern } from './shared/origin.ts';
import { readsParameter } from './shared/parameter-access.ts';
import { tableAccessProperties, tableAccessStatements } from './shared/table-access.ts';

const noEnvironment =
  'A function at the edge has no environment variables: write the name and the region of what it calls into the code. The permission goes to its role, which is in us-east-1.';

export const fromLambdaEdge = connectionsFrom<Kind>('lambda-edge', {
  'dynamodb-table': iamDataAccess({
    label: 'reads and writes items',
    properties: tableAccessProperties,
    statements: tableAccessStatements,
    explain: noEnvironment,
    docs: 'Actions, resources, and condition keys for Amazon DynamoDB',
    options: { atEdge: true },
  }),
  's3-bucket': iamDataAccess({
    label: 'reads and writes objects',
    properties: bucketAccessProperties,
    statements: bucketAccessStatements,
    explain: noEnvironment,
    docs: 'Actions, resources, and condition keys for Amazon S3',
    options: { atEdge: true },
  }),
  secret: iamDataAccess({
    label: 'reads',
    properties: {
      access: choice(['read', 'write'], {
        default: 'read',
        help: 'Write also lets the code put a new value in.',
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
    ],
    explain: noEnvironment,
    docs: 'Use AWS Secrets Manager secrets in AWS Lambda functions',
    options: { atEdge: true },
  }),
  'external-endpoint': httpCall({
    label: 'calls over https',
    properties: {
      path: text({ default: '/', help: 'The path that is called.' }),
      secretName: text({
        pattern: '^[A-Za-z0-9/_+=.@-]{1,512}$',
        advanced: true,
        help: 'Name of the secret in us-east-1 that keeps the credential.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['secretsmanager:GetSecretValue'],
        resources: [
          'arn:{partition}:secretsmanager:{region}:{account}:secret:{connection.secretName}-??????',
        ],
        when: ({ connection }) => connection('secretName') !== undefined,
      },
    ],
    explain:
      'A function at the edge has no environment variables: write the address into the code. Each call is made from the location next to the viewer, so an endpoint far away makes every request slow.',
    docs: 'Restrictions on Lambda@Edge',
  }),
  'log-group': logging({
    label: 'writes logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'source-role',
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['arn:{partition}:logs:*:{account}:log-group:/aws/lambda/us-east-1.*'],
      },
    ],
    explain:
      'Lambda makes a log group /aws/lambda/us-east-1.<function> in each region in which the function has run; the arrow only shows that there are logs. The permission comes with the managed policy of every function.',
    docs: 'Edge function logs',
    options: { setting: 'by-service' },
  }),
  cloudfront: edgeAssociation({
    label: 'runs on',
    reversible: true,
    properties: {
      pathPattern: edgePattern,
      eventType: choice(
        ['viewer-request', 'viewer-response', 'origin-request', 'origin-response'],
        {
          default: 'origin-request',
          required: true,
          help: 'When it runs. Viewer events come with every request, origin events only when the answer is not in the cache.',
        },
      ),
      includeBody: yesNo({
        default: false,
        advanced: true,
        help: 'The function gets the body of the request too; request events only.',
      }),
    },
    statements: [
      {
        side: 'source-trust',
        actions: ['sts:AssumeRole'],
        resources: ['{source.roleArn}'],
        principal: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'],
      },
      {
        side: 'deployer',
        actions: [
          'lambda:GetFunction',
          'lambda:EnableReplication*',
          'cloudfront:UpdateDistribution',
        ],
        resources: ['{source.versionArn}'],
      },
    ],
    docs: 'Customize at the edge with Lambda@Edge',
    options: { runs: 'lambda' },
  }),
  'ssm-parameter': readsParameter({ atEdge: true }),
});
