import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isOriginEvent, originLimits, overLimits } from './function-limits.ts';

const site = (properties: object) =>
  design(
    node('lambda-edge', 'resize', { ...properties }),
    node('cloudfront', 'site'),
    connection('lambda-edge--cloudfront', 'resize', 'site', { eventType: 'origin-request' }),
  );

export const edgeLambdaOriginLimits = defineRule({
  meta: {
    id: 'edge/lambda-origin-limits',
    severity: 'error',
    messages: {
      over: '{node} at {event}: {what} of {value} {unit} is over the limit of {limit} {unit} for origin events; lower it.',
    },
    explain:
      'Origin events happen only when CloudFront has to ask the origin, so their functions may take up to 30 seconds and as much memory as other functions. The visitor still waits: short is better than allowed.',
    docs: {
      title: 'CloudFront quotas',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    },
  },
  on: connections({ from: 'lambda-edge', to: 'cloudfront', mechanism: 'edge-association' }),
  check({ connection: association, source: fn }, graph, report) {
    const event = graph.text(association, 'eventType');
    if (event === undefined || !isOriginEvent(event)) return;
    for (const { what, value, limit, unit, fixes } of overLimits(graph, fn, originLimits))
      report({
        message: 'over',
        property: 'eventType',
        data: { node: named(fn), event, what, value, limit, unit },
        fixes,
      });
  },
  examples: {
    good: [
      { title: 'twenty seconds', design: site({ timeout: 20, memorySize: 1024 }) },
      { title: 'a timeout set by a parameter', design: site({ timeout: { Ref: 'Seconds' } }) },
    ],
    bad: [
      { title: 'a minute', design: site({ timeout: 60 }), expect: ['over'] },
      { title: 'too much code', design: site({ codeSizeMb: 60 }), expect: ['over'] },
    ],
  },
});
