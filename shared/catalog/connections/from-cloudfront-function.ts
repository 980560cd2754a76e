import { connectionsFrom } from '../connection.ts';
import { edgeAssociation } from '../mechanisms/edge-association.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { choice, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromCloudfrontFunction = connectionsFrom<Kind>('cloudfront-function', {
  cloudfront /* SAM: FunctionAssociations [{EventType, FunctionARN: !GetAtt Fn.FunctionMetadata.FunctionARN}] on AWS::CloudFront::Distribution
 CDK: functionAssociations: [{ function: cfFunction, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }] on cloudfront.BehaviorOptions */:
    edgeAssociation({
      label: 'runs on',
      reversible: true,
      properties: {
        pathPattern: text({ default: 'default (*)' }),
        eventType: choice(
          ['viewer-request', 'viewer-response'],
          {
            default: 'viewer-request',
            required: true,
          } /* AWS::CloudFront::Distribution#DistributionConfig.DefaultCacheBehavior.FunctionAssociations.EventType */,
        ),
      },
      docs: 'Customize at the edge with CloudFront Functions',
    }),
  'log-group' /* SAM: nothing; group /aws/cloudfront/function/<name> in us-east-1 is created by the service
 CDK: none */: logging({
    label: 'writes logs to',
    delivery: 'async',
    reversible: true,
    docs: 'Edge function logs',
    options: { setting: 'by-service' },
  }),
});
