import { connectionsFrom } from '../connection.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { type WebAcl, webAcl } from '../mechanisms/web-acl.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { webAclDimensions } from '../waf/web-acl.ts';
import { watchedBy } from './shared/watched.ts';

const protects = (of: WebAcl['of'], docs: string) =>
  webAcl({ label: 'protects', delivery: 'config', reversible: true, docs, options: { of } });

const logs = {
  label: 'logs requests to',
  delivery: 'async',
  reversible: true,
  docs: 'Logging AWS WAF protection pack (web ACL) traffic',
} as const;

/** Only deliveries of logs of this account get in. */
const deliveryConditions = {
  StringEquals: { 'aws:SourceAccount': '{account}' },
  ArnLike: { 'aws:SourceArn': 'arn:{partition}:logs:{region}:{account}:*' },
};

export const fromWafWebAcl = connectionsFrom<Kind>('waf-web-acl', {
  cloudfront: protects('distribution', 'Using AWS WAF to control access to your content'),
  'rest-api': protects('stage', 'Use AWS WAF to protect your REST APIs in API Gateway'),
  alb: protects('resource', 'Resources that you can protect with AWS WAF'),
  'appsync-api': protects('resource', 'Using AWS WAF to protect your AWS AppSync APIs'),
  'cognito-user-pool': protects('resource', 'Associate an AWS WAF web ACL with a user pool'),
  'cloudwatch-alarm': watchedBy(
    'AWS/WAFV2',
    ['BlockedRequests', 'AllowedRequests', 'CountedRequests'],
    webAclDimensions,
    {
      explain:
        'WAF counts what became of requests, for all rules together. The figures of a web ACL for distributions are in us-east-1, so its alarm stands there.',
    },
  ),
  'log-group': logging({
    ...logs,
    explain:
      'A line for each request: from where it came, which rule spoke, what became of it. The log group gets a name that starts with aws-waf-logs-, which WAF insists on; keys and cookies are left out.',
    options: { setting: 'web-acl-log-group' },
  }),
  's3-bucket': logging({
    ...logs,
    statements: [
      {
        side: 'target-policy',
        actions: ['s3:PutObject'],
        resources: ['{target.arn}/AWSLogs/{account}/*'],
        principal: 'delivery.logs.amazonaws.com',
        conditions: deliveryConditions,
      },
      {
        side: 'target-policy',
        actions: ['s3:GetBucketAcl'],
        resources: ['{target.arn}'],
        principal: 'delivery.logs.amazonaws.com',
        conditions: deliveryConditions,
      },
    ],
    explain:
      'The cheapest place for many requests. The bucket gets a name that starts with aws-waf-logs-, which WAF insists on; keys and cookies are left out.',
    options: { setting: 'web-acl-bucket' },
  }),
  firehose: logging({
    ...logs,
    explain:
      'The delivery stream hands the lines on within a minute or so. It gets a name that starts with aws-waf-logs-, which WAF insists on; keys and cookies are left out.',
    options: { setting: 'web-acl' },
  }),
});
