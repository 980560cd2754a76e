import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isViewerEvent } from './function-limits.ts';

/** In MB: what fits into the 10 KB of a CloudFront Function. */
const smallCode = 0.01;

const site = (properties: object, eventType: string) =>
  design(
    node('lambda-edge', 'rewrite', { ...properties }),
    node('cloudfront', 'site'),
    connection('lambda-edge--cloudfront', 'rewrite', 'site', { eventType }),
  );

export const edgePreferCloudfrontFunction = defineRule({
  meta: {
    id: 'edge/prefer-cloudfront-function',
    severity: 'info',
    messages: {
      light:
        '{node} at {event} looks light enough for a CloudFront Function, which starts faster and costs about one sixth.',
    },
    explain:
      'Changing headers, rewriting or redirecting URLs and simple checks of a token fit into a CloudFront Function. It has a free tier and takes millions of requests per second. A Lambda@Edge function is right when it needs the network, libraries, the body of the request or more than a millisecond.',
    docs: {
      title: 'Differences between CloudFront Functions and Lambda@Edge',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
    },
  },
  on: connections({ from: 'lambda-edge', to: 'cloudfront', mechanism: 'edge-association' }),
  check({ connection: association, source: fn }, graph, report) {
    const event = graph.text(association, 'eventType');
    if (event === undefined || !isViewerEvent(event)) return;
    if (graph.boolean(association, 'includeBody') !== false) return;
    if (graph.isSet(fn, 'codeSizeMb') && !((graph.number(fn, 'codeSizeMb') ?? 1) <= smallCode))
      return;
    const others = graph
      .outgoing(fn)
      .some((other) => !['edge-association', 'logging'].includes(graph.mechanism(other) ?? ''));
    if (others) return;
    report({ message: 'light', data: { node: named(fn), event } });
  },
  examples: {
    good: [
      { title: 'an origin event', design: site({}, 'origin-request') },
      { title: 'much code', design: site({ codeSizeMb: 2 }, 'viewer-request') },
      {
        title: 'a size set by a parameter',
        design: site({ codeSizeMb: { Ref: 'Size' } }, 'viewer-request'),
      },
      {
        title: 'a function that asks a table',
        design: design(
          node('lambda-edge', 'check'),
          node('dynamodb-table', 'sessions'),
          node('cloudfront', 'site'),
          connection('lambda-edge--cloudfront', 'check', 'site', { eventType: 'viewer-request' }),
          connection('lambda-edge--dynamodb-table', 'check', 'sessions', { access: 'read' }),
        ),
      },
    ],
    bad: [
      {
        title: 'nothing but the distribution',
        design: site({}, 'viewer-request'),
        expect: ['light'],
      },
    ],
  },
});
