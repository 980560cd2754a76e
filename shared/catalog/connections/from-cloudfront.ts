import { connectionsFrom } from '../connection.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { origin } from '../mechanisms/origin.mechanism.ts';
import { integer, list, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  balancerOrigins,
  bucketOrigin,
  ownServerOrigins,
  requestOrigin,
  serverOrigin,
  siteOrigin,
  websiteOrigin,
} from './shared/origin.ts';
import { watchedBy } from './shared/watched.ts';

/** Only this distribution may come in. */
const fromThisDistribution = (operator: 'StringEquals' | 'ArnLike') => ({
  [operator]: {
    'AWS:SourceArn': 'arn:{partition}:cloudfront::{account}:distribution/{source.id}',
  },
});

export const fromCloudfront = connectionsFrom<Kind>('cloudfront', {
  's3-bucket': [
    origin({
      preferred: true,
      label: 'serves objects of',
      properties: bucketOrigin,
      statements: [
        {
          side: 'target-policy',
          actions: ['s3:GetObject'],
          resources: ['{target.arn}/*'],
          principal: 'cloudfront.amazonaws.com',
          conditions: fromThisDistribution('StringEquals'),
          when: ({ connection }) => connection('accessControl') === 'oac',
        },
      ],
      docs: 'Restrict access to an Amazon S3 origin',
      options: { from: 'bucket' },
    }),
    origin({
      variant: 'website',
      label: 'serves the website endpoint of',
      properties: websiteOrigin,
      explain:
        'CloudFront asks the website endpoint of the bucket, which knows index documents and redirects but speaks http only and is open to everybody. With the S3 API and origin access control the bucket stays private.',
      docs: 'Use an Amazon S3 bucket that is configured as a website endpoint',
      options: { from: 'website' },
    }),
    logging({
      variant: 'logs',
      label: 'writes standard logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        prefix: text({ default: 'cdn/', help: 'Put in front of the name of each log file.' }),
      },
      docs: 'Access logs (standard logs)',
      options: { setting: 'distribution-bucket' },
    }),
  ],
  'rest-api': origin({
    label: 'forwards to',
    properties: requestOrigin,
    docs: 'Use various origins with CloudFront distributions',
    options: { from: 'rest-api' },
  }),
  'appsync-api': origin({
    label: 'forwards to',
    properties: requestOrigin,
    explain:
      'Requests for /graphql go to the API as they come, with the token of the caller. Subscriptions go to an address of their own, not through the distribution.',
    docs: 'Use various origins with CloudFront distributions',
    options: { from: 'api' },
  }),
  'http-api': origin({
    label: 'forwards to',
    properties: requestOrigin,
    docs: 'Use various origins with CloudFront distributions',
    options: { from: 'api' },
  }),
  'websocket-api': origin({
    label: 'forwards WebSockets to',
    properties: requestOrigin,
    docs: 'Use WebSockets with CloudFront distributions',
    options: { from: 'api' },
  }),
  lambda: origin({
    variant: 'function-url',
    label: 'forwards to the function URL of',
    properties: requestOrigin,
    statements: [
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunctionUrl'],
        resources: ['{target.arn}'],
        principal: 'cloudfront.amazonaws.com',
        conditions: fromThisDistribution('ArnLike'),
      },
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'cloudfront.amazonaws.com',
        conditions: fromThisDistribution('ArnLike'),
      },
    ],
    explain:
      'CloudFront signs its requests, so that the function URL (with AWS_IAM) refuses whoever goes around it. Callers that send a body must add its hash in the header x-amz-content-sha256.',
    docs: 'Restrict access to an AWS Lambda function URL origin',
    options: { from: 'function-url' },
  }),
  alb: balancerOrigins('Restrict access to Application Load Balancers'),
  nlb: balancerOrigins('Use various origins with CloudFront distributions'),
  'on-premises': origin({
    label: 'forwards to a public host of',
    properties: siteOrigin,
    explain:
      'CloudFront fetches from a server outside AWS by its public address, over the internet. A VPN or a line of its own is of no use to it.',
    docs: 'Use various origins with CloudFront distributions',
    options: { from: 'site' },
  }),
  'external-endpoint': origin({
    label: 'forwards to',
    properties: serverOrigin,
    docs: 'Use various origins with CloudFront distributions',
    options: { from: 'url' },
  }),
  'ec2-instance': ownServerOrigins,
  'kinesis-stream': logging({
    label: 'writes real-time logs to',
    delivery: 'stream',
    reversible: true,
    properties: {
      samplingRate: integer({
        default: 100,
        min: 1,
        max: 100,
        unit: '%',
        emitDefault: true,
        help: 'How many of the requests are logged.',
        cfn: 'SamplingRate',
        cdk: 'samplingRate',
      }),
      fields: list({
        default: ['timestamp', 'c-ip', 'cs-uri-stem', 'sc-status'],
        emitDefault: true,
        help: 'What is logged of each request, in this order.',
        cfn: 'Fields',
        cdk: 'fields',
      }),
    },
    statements: [
      {
        side: 'service-role',
        actions: [
          'kinesis:DescribeStreamSummary',
          'kinesis:DescribeStream',
          'kinesis:PutRecord',
          'kinesis:PutRecords',
        ],
        resources: ['{target.arn}'],
        principal: 'cloudfront.amazonaws.com',
      },
    ],
    docs: 'Use real-time access logs',
    options: { setting: 'distribution-stream' },
  }),
  'log-group': logging({
    variant: 'logs',
    label: 'writes standard logs to',
    delivery: 'async',
    reversible: true,
    docs: 'Configure standard logging (v2)',
    options: { setting: 'distribution-delivery' },
  }),
  firehose: logging({
    variant: 'logs',
    label: 'writes standard logs to',
    delivery: 'async',
    reversible: true,
    docs: 'Configure standard logging (v2)',
    options: { setting: 'distribution-delivery' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/CloudFront',
    ['5xxErrorRate', '4xxErrorRate', 'TotalErrorRate', 'Requests'],
    ({ attribute }) => ({ DistributionId: attribute('id'), Region: 'Global' }),
    { explain: 'CloudFront reports to us-east-1 only, so the alarm stands there.' },
  ),
});
