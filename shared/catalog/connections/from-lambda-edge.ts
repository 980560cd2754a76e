import { connectionsFrom } from '../connection.ts';
import { edgeAssociation } from '../mechanisms/edge-association.mechanism.ts';
import { httpCall } from '../mechanisms/http-call.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { choice, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { tableAccessProperties, tableAccessStatements } from './shared/table-access.ts';

export const fromLambdaEdge = connectionsFrom<Kind>('lambda-edge', {
  'dynamodb-table' /* SAM: plain AWS::IAM::Policy with the iam actions attached to the function role
 CDK: table.grantReadWriteData(edgeFn) | table.grantReadData(edgeFn) | table.grantWriteData(edgeFn) */:
    iamDataAccess({
      label: 'reads and writes items',
      properties: tableAccessProperties,
      statements: tableAccessStatements,
      explain:
        'No environment variables at the edge: bake names and the region of the resource into the code.',
      docs: 'Actions, resources, and condition keys for Amazon DynamoDB',
      options:
        {} /* table.grantReadWriteData(edgeFn) | table.grantReadData(edgeFn) | table.grantWriteData(edgeFn) */,
    }),
  's3-bucket' /* SAM: plain AWS::IAM::Policy with the iam actions attached to the function role
 CDK: bucket.grantReadWrite(edgeFn, 'prefix/*') | bucket.grantRead(edgeFn) | bucket.grantPut(edgeFn) */:
    iamDataAccess({
      label: 'reads and writes objects',
      properties: {
        access: choice(['read', 'write', 'readwrite'], { default: 'readwrite', required: true }),
        prefix: text({ help: 'Restricts object access to <bucket>/<prefix>*.' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:GetBucketLocation'],
          resources: ['{target.arn}', '{target.arn}/{connection.prefix}*'],
          when: ({ connection }) => ['read', 'readwrite'].includes(String(connection('access'))),
        },
        {
          side: 'source-role',
          actions: ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListBucket'],
          resources: ['{target.arn}', '{target.arn}/{connection.prefix}*'],
          when: ({ connection }) => ['write', 'readwrite'].includes(String(connection('access'))),
        },
      ],
      explain:
        'No environment variables at the edge: bake names and the region of the resource into the code.',
      docs: 'Actions, resources, and condition keys for Amazon S3',
      options:
        {} /* bucket.grantReadWrite(edgeFn, 'prefix/*') | bucket.grantRead(edgeFn) | bucket.grantPut(edgeFn) */,
    }),
  secret /* SAM: plain AWS::IAM::Policy with the iam actions attached to the function role
 CDK: secret.grantRead(edgeFn) */: iamDataAccess({
    label: 'reads',
    properties: { access: choice(['read', 'write'], { default: 'read' }) },
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
    explain:
      'No environment variables at the edge: bake names and the region of the resource into the code.',
    docs: 'Use AWS Secrets Manager secrets in AWS Lambda functions',
    options: {} /* secret.grantRead(edgeFn) */,
  }),
  'external-endpoint' /* SAM: plain AWS::IAM::Policy with the iam actions attached to the function role
 CDK: none (write the URL into the code, there are no environment variables) */: httpCall({
    label: 'calls over https',
    properties: { path: text({ default: '/' }), secretName: text() },
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
      'No environment variables at the edge: bake names and the region of the resource into the code.',
    docs: 'Giving Lambda functions access to resources in an Amazon VPC',
  }),
  'log-group' /* SAM: nothing; groups /aws/lambda/us-east-1.<function> appear in the regions of the edge locations
 CDK: none (managed policy AWSLambdaBasicExecutionRole) */: logging({
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
    docs: 'Edge function logs',
    options: { setting: 'by-service' },
  }),
  cloudfront /* SAM: LambdaFunctionAssociations [{EventType, LambdaFunctionARN: !Ref Fn.Version}] on AWS::CloudFront::Distribution; AutoPublishAlias on the function
 CDK: edgeLambdas: [{ functionVersion: edgeFn.currentVersion, eventType: cloudfront.LambdaEdgeEventType.ORIGIN_REQUEST, includeBody }] on cloudfront.BehaviorOptions // edgeFn is a cloudfront.experimental.EdgeFunction (us-east-1) */:
    edgeAssociation({
      label: 'runs on',
      reversible: true,
      properties: {
        pathPattern: text({ default: 'default (*)' }),
        eventType: choice(
          ['viewer-request', 'viewer-response', 'origin-request', 'origin-response'],
          {
            default: 'origin-request',
            required: true,
          } /* AWS::CloudFront::Distribution#DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.EventType */,
        ),
        includeBody: yesNo(
          {
            default: false,
          } /* AWS::CloudFront::Distribution#DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.IncludeBody */,
        ),
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
    }),
});
