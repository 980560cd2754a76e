import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { type Expression, type ExpressionObject, refOf } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { emitSteps } from '../scaling/steps.ts';
import { type Scalable, scalableTarget } from '../scaling/target.ts';
import type { NodeScope } from '../service.ts';

/** One dimension that is scaled, and the figure that Application Auto Scaling knows for it. */
export interface ScaledDimension {
  readonly dimension: string;
  /** A predefined metric. */
  readonly metric: string;
}

export interface Scaling {
  readonly namespace: Scalable['namespace'];
  readonly resource: (scope: ConnectionScope) => Expression;
  readonly dimensions: (scope: ConnectionScope) => readonly ScaledDimension[];
  /** Why the target cannot be scaled as it is set; undefined when it can. */
  readonly refuses?: (scope: ConnectionScope) => string | undefined;
  /** What must be there before; Application Auto Scaling looks when it is told. */
  /** The figure is a share of one: 0.7 stands for 70 %. */
  readonly isRatio?: true;
  /** What the target lacks, in words for people. */
  readonly needs?: (target: NodeScope) => string | undefined;
  readonly after?: (scope: ConnectionScope) => readonly string[];
}

/** More or less of a resource, by a figure or by the clock. */
export const scaling = defineMechanism<Scaling>({
  id: 'scaling',
  family: 'ops',
  onPath: 'never',
  title: 'Auto scaling',
  explain:
    'Application Auto Scaling watches a figure of the resource and changes its capacity within your limits: quickly up, slowly down. It acts under a service-linked role that AWS makes in the account. What is deployed later with a number of its own sets that number once more; then scaling goes on from there.',
  emit(scope) {
    const { source, target, options, connection } = scope;
    const others = target.links('in', { mechanism: 'scaling' });
    if (others[0] !== undefined && others[0].connection.id !== connection.id) {
      target.out.problem(
        `"${target.node.name}" is scaled twice, and AWS takes one pair of limits for it. Remove the connection from "${source.node.name}" or the other one.`,
      );
      return;
    }
    const reason = options.refuses?.(scope);
    if (reason !== undefined) {
      target.out.problem(`"${source.node.name}" cannot scale "${target.node.name}": ${reason}`);
      return;
    }
    const lacking = options.needs?.(target);
    if (lacking !== undefined) {
      target.out.problem(lacking);
      return;
    }
    if (refuseUnknown(source, 'policyType', ...(options.isRatio ? ['targetValue'] : []))) return;
    const policy = source.read('policyType');
    for (const { dimension, metric } of options.dimensions(scope)) {
      const id = scalableTarget(
        target,
        {
          namespace: options.namespace,
          dimension,
          resource: options.resource(scope),
          min: source.value('minCapacity') ?? 1,
          max: source.value('maxCapacity') ?? 10,
        },
        policy === 'Scheduled' ? { ScheduledActions: [scheduledAction(scope)] } : {},
      );
      const after = options.after?.(scope) ?? [];
      if (after.length > 0) target.out.dependsOn(id, ...after);
      if (policy === 'TargetTrackingScaling') emitPolicy(scope, id, metric);
      emitSteps(scope, id, options.namespace);
    }
  },
});

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html */
const scheduledAction = ({ source }: ConnectionScope): ExpressionObject => ({
  ScheduledActionName: `${source.id}Schedule`,
  Schedule: source.value('schedule') ?? 'cron(0 7 * * ? *)',
  Timezone: source.value('timezone'),
  ScalableTargetAction: {
    MinCapacity: source.value('scheduledMinCapacity') ?? 2,
    MaxCapacity: source.value('scheduledMaxCapacity') ?? 10,
  },
});

const emitPolicy = (
  { source, target, options }: ConnectionScope<Scaling>,
  scalable: string,
  metric: string,
): void => {
  const id = `${scalable}Policy`;
  target.out.resource(id, {
    type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    properties: {
      PolicyName: id,
      PolicyType: 'TargetTrackingScaling',
      ScalingTargetId: refOf(scalable),
      TargetTrackingScalingPolicyConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: metric },
        TargetValue: options.isRatio
          ? Number(source.read('targetValue') ?? 70) / 100
          : (source.value('targetValue') ?? 70),
        ScaleInCooldown: source.value('scaleInCooldown') ?? 60,
        ScaleOutCooldown: source.value('scaleOutCooldown') ?? 60,
      },
    },
  });
};
