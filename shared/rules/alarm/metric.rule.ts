import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Kinds whose figures CloudWatch keeps in one region only, wherever they work. */
const global: ReadonlySet<string> = new Set(['cloudfront']);
const homeOfGlobal = 'us-east-1';

export const alarmMetric = defineRule({
  meta: {
    id: 'alarm/metric',
    severity: 'error',
    messages: {
      none: '{alarm} watches nothing; draw an arrow from a service to it, or set its metric name and namespace.',
      several:
        '{alarm} has {count} arrows from what it should watch, but an alarm watches one metric; draw an alarm for each.',
      region:
        '{alarm} stands in {region}, but CloudFront reports its figures to us-east-1 only; put the alarm there.',
    },
    explain:
      'An alarm compares one figure with a threshold. The arrow from a service says whose figure it is; without one the alarm must name a metric itself, such as one that your code writes. Metrics stay in the region where they arise, and those of CloudFront are kept in us-east-1.',
    docs: {
      title: 'Using Amazon CloudWatch alarms',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
    },
  },
  on: nodes('cloudwatch-alarm'),
  check(alarm, graph, report) {
    const watched = graph.incoming(alarm, { mechanism: 'metric' });
    const data = { alarm: named(alarm) };
    if (watched.length > 1)
      report({ message: 'several', data: { ...data, count: watched.length } });
    const [first] = watched;
    if (first === undefined) {
      if (!graph.isSet(alarm, 'metricName') || !graph.isSet(alarm, 'namespace'))
        report({ message: 'none', data });
      return;
    }
    const region = graph.region(alarm);
    if (global.has(graph.source(first)?.kind ?? '') && region !== homeOfGlobal)
      report({
        message: 'region',
        data: { ...data, region },
        fixes: moveToRegion(graph, alarm, homeOfGlobal),
      });
  },
  examples: {
    good: [
      {
        title: 'a function is watched',
        design: design(
          node('lambda', 'worker'),
          node('cloudwatch-alarm', 'errors'),
          connection('lambda--cloudwatch-alarm', 'worker', 'errors'),
        ),
      },
      {
        title: 'a metric of its own code',
        design: design(
          node('cloudwatch-alarm', 'carts', {
            metricName: 'Carts',
            namespace: { Ref: 'Namespace' },
          }),
        ),
      },
      {
        title: 'a distribution is watched in us-east-1',
        design: design(
          node('cloudfront', 'cdn'),
          inside(
            node('region', 'us', { code: 'us-east-1' }),
            node('cloudwatch-alarm', 'errors', { statistic: 'Average' }),
          ),
          connection('cloudfront--cloudwatch-alarm', 'cdn', 'errors'),
        ),
      },
    ],
    bad: [
      {
        title: 'nothing is watched',
        design: design(node('cloudwatch-alarm', 'errors', { metricName: 'Carts' })),
        expect: ['none'],
      },
      {
        title: 'two functions, one alarm',
        design: design(
          node('lambda', 'worker'),
          node('lambda', 'mailer'),
          node('cloudwatch-alarm', 'errors'),
          connection('lambda--cloudwatch-alarm', 'worker', 'errors'),
          connection('lambda--cloudwatch-alarm', 'mailer', 'errors'),
        ),
        expect: ['several'],
      },
      {
        title: 'a distribution is watched from Europe',
        design: design(
          node('cloudfront', 'cdn'),
          node('cloudwatch-alarm', 'errors', { statistic: 'Average' }),
          connection('cloudfront--cloudwatch-alarm', 'cdn', 'errors'),
        ),
        expect: ['region'],
      },
    ],
  },
});
