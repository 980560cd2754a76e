import { kindNotExported } from '../not-exported.ts';
import { choice, integer, numeric, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

export const cloudwatchAlarm = defineService({
  kind: 'cloudwatch-alarm',
  title: 'CloudWatch alarm',
  words: 'alarm metric threshold cloudwatch monitoring alert',
  category: 'observability',
  icon: 'AmazonCloudWatch',
  cloudFormation: ['AWS::CloudWatch::Alarm'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    alarmName: text({ maxLength: 255, cfn: 'AlarmName' }),
    metricName: text({
      default: 'Errors',
      required: true,
      maxLength: 255,
      help: 'Suggest metrics by the kind of the watched node.',
      cfn: 'MetricName',
    }),
    namespace: text({ default: 'AWS/Lambda', required: true, maxLength: 255, cfn: 'Namespace' }),
    statistic: choice(
      ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum', 'p50', 'p90', 'p95', 'p99'],
      { default: 'Sum', help: 'pNN goes to ExtendedStatistic.', cfn: 'Statistic' },
    ),
    period: seconds({
      default: 300,
      min: 10,
      max: 86400,
      help: '10, 20, 30 or a multiple of 60.',
      cfn: 'Period',
    }),
    evaluationPeriods: integer({
      default: 1,
      required: true,
      min: 1,
      help: 'period * evaluationPeriods at most 7 days (1 day for periods below 1 h historically).',
      cfn: 'EvaluationPeriods',
    }),
    datapointsToAlarm: integer({ min: 1, cfn: 'DatapointsToAlarm' }),
    threshold: numeric({ default: 1, required: true, cfn: 'Threshold' }),
    comparisonOperator: choice(
      [
        'GreaterThanOrEqualToThreshold',
        'GreaterThanThreshold',
        'LessThanThreshold',
        'LessThanOrEqualToThreshold',
      ],
      { default: 'GreaterThanOrEqualToThreshold', required: true, cfn: 'ComparisonOperator' },
    ),
    treatMissingData: choice(['breaching', 'notBreaching', 'ignore', 'missing'], {
      default: 'notBreaching',
      help: 'AWS default is missing.',
      cfn: 'TreatMissingData',
    }),
  },
  explain: 'CloudWatch alarm',
  limits: ['5 actions per state'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
