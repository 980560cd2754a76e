import type { ConnectionScope } from '../connection.ts';
import { refOf } from '../expression.ts';
import { scalableTarget } from '../scaling/target.ts';

/** So many waiting messages call for one more task; ten times as many for three more. */
const manyMessages = 100;

/** Lets the number of tasks of a service follow the number of messages that wait in a queue. */
export const scaleByQueue = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (scope.read('scaleOnQueueDepth') !== true) return;
  const { out } = target;
  const scalable = scalableTarget(target, {
    namespace: 'ecs',
    dimension: 'ecs:service:DesiredCount',
    resource: target.attribute('scalableId'),
    min: target.value('desiredCount') ?? 1,
    max: scope.value('maxTasks') ?? 10,
  });
  const directions = [
    {
      word: 'Out',
      comparison: 'GreaterThanOrEqualToThreshold',
      threshold: manyMessages,
      steps: [
        {
          MetricIntervalLowerBound: 0,
          MetricIntervalUpperBound: manyMessages * 9,
          ScalingAdjustment: 1,
        },
        { MetricIntervalLowerBound: manyMessages * 9, ScalingAdjustment: 3 },
      ],
    },
    {
      word: 'In',
      comparison: 'LessThanOrEqualToThreshold',
      threshold: 0,
      steps: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }],
    },
  ] as const;
  for (const { word, comparison, threshold, steps } of directions) {
    const policy = scope.resourceId(`Scale${word}`);
    out.resource(policy, {
      type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      properties: {
        PolicyName: policy,
        PolicyType: 'StepScaling',
        ScalingTargetId: refOf(scalable),
        StepScalingPolicyConfiguration: {
          AdjustmentType: 'ChangeInCapacity',
          Cooldown: 60,
          MetricAggregationType: 'Maximum',
          StepAdjustments: steps,
        },
      },
    });
    out.resource(`${policy}Alarm`, {
      type: 'AWS::CloudWatch::Alarm',
      properties: {
        AlarmDescription:
          word === 'Out' ? 'Messages wait: more tasks' : 'No messages wait: fewer tasks',
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: source.attribute('name') }],
        Statistic: 'Maximum',
        Period: 60,
        EvaluationPeriods: word === 'Out' ? 1 : 5,
        ComparisonOperator: comparison,
        Threshold: threshold,
        AlarmActions: [refOf(policy)],
      },
    });
  }
};
