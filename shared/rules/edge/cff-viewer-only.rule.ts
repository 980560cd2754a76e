import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isOriginEvent } from './function-limits.ts';

const site = (eventType: string | { Ref: string }) =>
  design(
    node('cloudfront-function', 'rewrite', { name: 'rewrite' }),
    node('cloudfront', 'site'),
    connection('cloudfront-function--cloudfront', 'rewrite', 'site', { eventType }),
  );

export const edgeCffViewerOnly = defineRule({
  meta: {
    id: 'edge/cff-viewer-only',
    severity: 'error',
    messages: {
      originEvent:
        '{node}: a CloudFront Function cannot run at {event}; use {viewerEvent}, or a Lambda@Edge function.',
    },
    explain:
      'CloudFront Functions run only where CloudFront meets the visitor: on a request that comes in and on a response that goes out. What CloudFront sends to the origin, or gets from it, can be changed by Lambda@Edge functions.',
    docs: {
      title: 'Customize at the edge with CloudFront Functions',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html',
    },
  },
  on: connections({ from: 'cloudfront-function', to: 'cloudfront', mechanism: 'edge-association' }),
  check({ connection: association, source: fn }, graph, report) {
    const event = graph.text(association, 'eventType');
    if (event === undefined || !isOriginEvent(event)) return;
    const viewerEvent = event.replace('origin', 'viewer');
    report({
      message: 'originEvent',
      property: 'eventType',
      data: { node: named(fn), event, viewerEvent },
      fixes: [
        {
          title: `Run it at ${viewerEvent}`,
          edit: setProperty(association.id, 'eventType', viewerEvent),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'the request of a viewer', design: site('viewer-request') },
      { title: 'an event set by a parameter', design: site({ Ref: 'Event' }) },
    ],
    bad: [
      {
        title: 'the answer of the origin',
        design: site('origin-response'),
        expect: ['originEvent'],
      },
    ],
  },
});
