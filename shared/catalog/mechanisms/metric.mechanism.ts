import { object } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { type Expression, type ExpressionObject, refOf } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/** The metric of a kind that an alarm watches; the alarm writes it. */
export type WatchedMetric =
  | {
      readonly kind: 'service';
      /** Such as `AWS/Lambda`. */
      readonly namespace: string;
      /** What tells this resource's figures from those of others. */
      readonly dimensions: (source: NodeScope, link: LinkScope) => ExpressionObject;
      /** Switches the metric on, for the few that are not there by themselves. */
      readonly enable?: (source: NodeScope) => void;
    }
  /** A figure that a metric filter makes of the lines of a log group. */
  | { readonly kind: 'filter' };

/** CloudWatch gathers figures of a service, and an alarm looks at one of them. */
export const metric = defineMechanism<WatchedMetric>({
  id: 'metric',
  family: 'ops',
  onPath: 'never',
  title: 'Metric watched by an alarm',
  explain:
    'The service reports figures to CloudWatch, most of them every minute: how many errors, how long, how full. Nothing has to be connected for that. The alarm looks at one figure and changes its state when it stays beyond a threshold.',
  emit(scope) {
    if (scope.options.kind === 'filter') emitFilter(scope);
    else scope.options.enable?.(scope.source);
  },
});

/** The name of the figure that a metric filter makes. */
export const filteredMetricName = (link: LinkScope): Expression =>
  link.value('metricName') ?? link.target.id;

const emitFilter = (scope: ConnectionScope): void => {
  const { source } = scope;
  const pattern = scope.value('filterPattern') ?? 'ERROR';
  const transformation = {
    MetricName: filteredMetricName(scope),
    MetricNamespace: scope.value('metricNamespace') ?? 'App',
    MetricValue: scope.value('metricValue') ?? '1',
  };
  source.out.resource(scope.resourceId('MetricFilter'), {
    type: 'AWS::Logs::MetricFilter',
    properties: {
      LogGroupName: refOf(source.id),
      FilterPattern: pattern,
      MetricTransformations: [transformation],
    },
    cdk: {
      class: 'logs.MetricFilter',
      props: {
        logGroup: source.construct,
        filterPattern: object({ logPatternString: codeOf(pattern) }),
        metricName: codeOf(transformation.MetricName),
        metricNamespace: codeOf(transformation.MetricNamespace),
        metricValue: codeOf(transformation.MetricValue),
      },
    },
  });
};
