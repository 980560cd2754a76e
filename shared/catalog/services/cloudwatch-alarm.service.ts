import { create, object } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type Expression, type ExpressionObject, expressionOf } from '../expression.ts';
import { filteredMetricName, type WatchedMetric } from '../mechanisms/metric.mechanism.ts';
import { choice, integer, map, numeric, seconds, text } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const operators = {
  GreaterThanOrEqualToThreshold: 'GREATER_THAN_OR_EQUAL_TO_THRESHOLD',
  GreaterThanThreshold: 'GREATER_THAN_THRESHOLD',
  LessThanThreshold: 'LESS_THAN_THRESHOLD',
  LessThanOrEqualToThreshold: 'LESS_THAN_OR_EQUAL_TO_THRESHOLD',
};

const signs: Readonly<Record<string, string>> = {
  GreaterThanOrEqualToThreshold: '≥',
  GreaterThanThreshold: '>',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '≤',
};

export const cloudwatchAlarm = defineService({
  kind: 'cloudwatch-alarm',
  title: 'CloudWatch alarm',
  words: 'alarm metric threshold cloudwatch monitoring alert watch',
  category: 'observability',
  icon: 'AmazonCloudWatch',
  cloudFormation: ['AWS::CloudWatch::Alarm'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    threshold: numeric({
      default: 1,
      required: true,
      emitDefault: true,
      help: 'The figure is compared with this.',
      cfn: 'Threshold',
      cdk: 'threshold',
    }),
    comparisonOperator: choice(Object.keys(operators), {
      default: 'GreaterThanOrEqualToThreshold',
      emitDefault: true,
      help: 'When the figure counts as too much, or too little.',
      cfn: 'ComparisonOperator',
      cdk: {
        name: 'comparisonOperator',
        enum: 'cloudwatch.ComparisonOperator',
        members: operators,
      },
    }),
    statistic: choice(
      ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount', 'p50', 'p90', 'p95', 'p99'],
      {
        default: 'Sum',
        emitDefault: true,
        help: 'How the values of a period become one figure. p99: 99 of 100 values are below it.',
      },
    ),
    period: seconds({
      default: 300,
      min: 10,
      max: 86_400,
      emitDefault: true,
      help: 'The time that one figure stands for: 10, 20, 30 seconds or whole minutes. AWS services report every minute.',
    }),
    evaluationPeriods: integer({
      default: 1,
      required: true,
      min: 1,
      emitDefault: true,
      help: 'How many of the last periods are looked at.',
      cfn: 'EvaluationPeriods',
      cdk: 'evaluationPeriods',
    }),
    datapointsToAlarm: integer({
      min: 1,
      advanced: true,
      help: 'How many of these periods must be beyond the threshold; empty: all of them.',
      cfn: 'DatapointsToAlarm',
      cdk: 'datapointsToAlarm',
    }),
    treatMissingData: choice(['notBreaching', 'breaching', 'ignore', 'missing'], {
      default: 'notBreaching',
      emitDefault: true,
      help: 'What a period without any value counts as. No errors usually means no value: notBreaching.',
      cfn: 'TreatMissingData',
      cdk: {
        name: 'treatMissingData',
        enum: 'cloudwatch.TreatMissingData',
        members: {
          notBreaching: 'NOT_BREACHING',
          breaching: 'BREACHING',
          ignore: 'IGNORE',
          missing: 'MISSING',
        },
      },
    }),
    alarmName: text({
      maxLength: 255,
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'AlarmName',
      cdk: 'alarmName',
    }),
    metricName: text({
      maxLength: 255,
      advanced: true,
      help: 'For a metric of your own code; with an arrow from what is watched, the arrow says it.',
    }),
    namespace: text({
      maxLength: 255,
      advanced: true,
      help: 'The namespace of that metric, such as Shop/Orders.',
    }),
    dimensions: map({ advanced: true, help: 'The dimensions of that metric: name and value.' }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'alarmArn' },
    name: { cfn: 'Ref', cdk: 'alarmName' },
  },
  summary: (read) =>
    `${String(read('statistic'))} ${signs[String(read('comparisonOperator'))] ?? ''} ${String(read('threshold'))} in ${String(read('period'))} s`,
  explain:
    'An alarm looks at one figure of one service, such as the errors of a function or the age of the oldest message in a queue, and compares it with a threshold. Draw an arrow from what is watched to the alarm, and one from the alarm to whoever shall hear of it, usually a topic.',
  cost: 'By the month for each alarm; ten are free. Periods below a minute cost more.',
  limits: [
    'Five actions for each state.',
    'An alarm looks at the last day, or the last week with periods of an hour and more.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  emit(scope) {
    const { out, id } = scope;
    const watched = watchedMetric(scope);
    if (watched === undefined) return;
    const statistic = scope.value('statistic') ?? 'Sum';
    const isPercentile = typeof statistic === 'string' && /^p\d/.test(statistic);
    out.resource(id, {
      type: 'AWS::CloudWatch::Alarm',
      properties: {
        ...scope.cfnProperties(),
        Namespace: watched.namespace,
        MetricName: watched.name,
        Dimensions:
          watched.dimensions.length === 0
            ? undefined
            : watched.dimensions.map(([Name, Value]) => ({ Name, Value })),
        [isPercentile ? 'ExtendedStatistic' : 'Statistic']: statistic,
        Period: scope.value('period'),
      },
      cdk: scope.l2('cloudwatch.Alarm', {
        metric: create(
          'cloudwatch.Metric',
          object({
            namespace: codeOf(watched.namespace),
            metricName: codeOf(watched.name),
            dimensionsMap:
              watched.dimensions.length === 0
                ? undefined
                : object(
                    Object.fromEntries(
                      watched.dimensions.map(([key, value]) => [key, codeOf(value)]),
                    ),
                  ),
            statistic: codeOf(statistic),
            period: scope.code('period'),
          }),
        ),
      }),
    });
  },
});

interface Watched {
  readonly namespace: Expression;
  readonly name: Expression;
  readonly dimensions: readonly (readonly [string, Expression])[];
}

/** The metric that an arrow gives, else the one of the alarm's own properties. */
const watchedMetric = (scope: NodeScope): Watched | undefined => {
  const { out, node } = scope;
  const [link, another] = scope.links('in', { mechanism: 'metric' });
  if (another !== undefined)
    out.problem(
      `"${node.name}" would watch both "${link?.source.node.name ?? ''}" and "${another.source.node.name}", but an alarm watches one metric: draw an alarm for each.`,
    );
  if (link !== undefined) {
    const options = link.options as WatchedMetric;
    if (options.kind === 'filter')
      return {
        namespace: link.value('metricNamespace') ?? 'App',
        name: filteredMetricName(link),
        dimensions: [],
      };
    return {
      namespace: options.namespace,
      name: link.value('metricName') ?? String(link.read('metricName')),
      dimensions: entriesOf(options.dimensions(link.source, link)),
    };
  }
  const name = scope.value('metricName');
  const namespace = scope.value('namespace');
  if (name === undefined || namespace === undefined) {
    out.problem(
      `"${node.name}" watches nothing: draw an arrow from a service to it, or set its metric name and namespace.`,
    );
    return undefined;
  }
  const own = expressionOf(scope.graph.value(scope.node, 'dimensions') ?? {});
  return { name, namespace, dimensions: entriesOf(own as ExpressionObject) };
};

const entriesOf = (dimensions: ExpressionObject): Watched['dimensions'] =>
  Object.entries(dimensions).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
