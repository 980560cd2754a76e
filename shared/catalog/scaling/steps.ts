import { invoke } from '../../lib/typescript/syntax.ts';
import type { ConnectionScope } from '../connection.ts';
import { refOf } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { actionByArn } from '../mechanisms/alarm-action.mechanism.ts';
import type { Scalable } from './target.ts';

/** The others are scaled by target tracking and by the clock alone. */
const takesSteps: ReadonlySet<Scalable['namespace']> = new Set(['ecs', 'rds']);

/**
 * A step scaling policy for each alarm that has an arrow to the scaling; the alarm starts it.
 * https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-step-scaling-policies.html
 */
export const emitSteps = (
  { source, target }: ConnectionScope,
  scalable: string,
  namespace: Scalable['namespace'],
): void => {
  for (const link of source.links('in', { mechanism: 'alarm-action' })) {
    const alarm = link.source;
    if (!takesSteps.has(namespace)) {
      target.out.problem(
        `"${target.node.name}" cannot be scaled in steps, which the alarm "${alarm.node.name}" asks for: use target tracking, and remove that arrow.`,
      );
      continue;
    }
    if (refuseUnknown(alarm, 'comparisonOperator')) continue;
    if (alarm.out !== target.out) {
      target.out.problem(
        `"${alarm.node.name}" and "${target.node.name}" are in stacks of different regions, and an alarm scales what is in its own Region.`,
      );
      continue;
    }
    // The step begins at the threshold, on the side on which the alarm goes off.
    const bound = String(alarm.read('comparisonOperator')).startsWith('Less')
      ? 'MetricIntervalUpperBound'
      : 'MetricIntervalLowerBound';
    const policy = `${scalable}${alarm.id}Step`;
    target.out.resource(policy, {
      type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      properties: {
        PolicyName: policy,
        PolicyType: 'StepScaling',
        ScalingTargetId: refOf(scalable),
        StepScalingPolicyConfiguration: {
          AdjustmentType: 'ChangeInCapacity',
          Cooldown: 60,
          MetricAggregationType: 'Average',
          StepAdjustments: [{ [bound]: 0, ScalingAdjustment: link.value('adjustment') ?? 1 }],
        },
      },
    });
    alarm.out.append(alarm.id, 'AlarmActions', refOf(policy));
    alarm.out.statement(invoke(alarm.construct, 'addAlarmAction', actionByArn(refOf(policy))));
  }
};
