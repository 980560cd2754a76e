import { connectionsFrom } from '../connection.ts';
import { edgeAssociation } from '../mechanisms/edge-association.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { choice } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { edgePattern } from './shared/origin.ts';

export const fromCloudfrontFunction = connectionsFrom<Kind>('cloudfront-function', {
  cloudfront: edgeAssociation({
    label: 'runs on',
    reversible: true,
    properties: {
      pathPattern: edgePattern,
      eventType: choice(['viewer-request', 'viewer-response'], {
        default: 'viewer-request',
        required: true,
        help: 'When it runs: before CloudFront looks into the cache, or before the viewer gets the answer.',
      }),
    },
    docs: 'Customize at the edge with CloudFront Functions',
    options: { runs: 'function' },
  }),
  'log-group': logging({
    label: 'writes logs to',
    delivery: 'async',
    reversible: true,
    explain:
      'CloudFront makes the log group /aws/cloudfront/function/<name> in us-east-1 by itself; the arrow only shows that there are logs.',
    docs: 'Edge function logs',
    options: { setting: 'by-service' },
  }),
});
