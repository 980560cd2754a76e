import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isViewerEvent, originLimits, overLimits, viewerLimits } from './function-limits.ts';

const site = (properties: object, eventType: string | { Ref: string } = 'viewer-request') =>
  design(
    node('lambda-edge', 'check', { ...properties }),
    node('cloudfront', 'site'),
    connection('lambda-edge--cloudfront', 'check', 'site', { eventType }),
  );

export const edgeLambdaViewerLimits = defineRule({
  meta: {
    id: 'edge/lambda-viewer-limits',
    severity: 'error',
    messages: {
      over: '{node} at {event}: {what} of {value} {unit} is over the limit of {limit} {unit} for viewer events; lower it or use an origin event.',
    },
    explain:
      'Viewer events happen for each request, also when the answer is in the cache. So CloudFront keeps their functions small: 128 MB of memory and 5 seconds. Heavier work belongs to the origin events, which happen only when the cache has no answer. AWS refuses to attach a function that is too big.',
    docs: {
      title: 'CloudFront quotas',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    },
  },
  on: connections({ from: 'lambda-edge', to: 'cloudfront', mechanism: 'edge-association' }),
  check({ connection: association, source: fn }, graph, report) {
    const event = graph.text(association, 'eventType');
    if (event === undefined || !isViewerEvent(event)) return;
    for (const { what, value, limit, unit, fixes } of overLimits(graph, fn, viewerLimits))
      report({
        message: 'over',
        property: 'eventType',
        data: { node: named(fn), event, what, value, limit, unit },
        fixes: [
          ...fixes,
          ...(overLimits(graph, fn, originLimits).length > 0
            ? []
            : [
                {
                  title: 'Run it at the origin event',
                  edit: setProperty(association.id, 'eventType', event.replace('viewer', 'origin')),
                },
              ]),
        ],
      });
  },
  examples: {
    good: [
      { title: 'the smallest', design: site({ memorySize: 128, timeout: 3 }) },
      { title: 'memory set by a parameter', design: site({ memorySize: { Ref: 'Memory' } }) },
      { title: 'an event set by a parameter', design: site({ memorySize: 512 }, { Ref: 'Event' }) },
      { title: 'an origin event', design: site({ memorySize: 512 }, 'origin-request') },
    ],
    bad: [
      { title: 'too much memory', design: site({ memorySize: 512 }), expect: ['over'] },
      { title: 'too much time', design: site({ timeout: 10 }), expect: ['over'] },
      { title: 'too much code', design: site({ codeSizeMb: 60 }), expect: ['over'] },
    ],
  },
});
