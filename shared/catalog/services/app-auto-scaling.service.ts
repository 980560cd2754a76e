import { kindNotExported } from '../not-exported.ts';
import { choice, integer, numeric, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

export const appAutoScaling = defineService({
  kind: 'app-auto-scaling',
  title: 'Application Auto Scaling',
  words: 'autoscaling application auto scaling capacity target tracking',
  category: 'observability',
  icon: 'AWSApplicationAutoScaling',
  cloudFormation: [
    'AWS::ApplicationAutoScaling::ScalableTarget',
    'AWS::ApplicationAutoScaling::ScalingPolicy',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    minCapacity: integer({ default: 1, required: true, min: 0, cfn: 'MinCapacity' }),
    maxCapacity: integer({ default: 10, required: true, min: 1, cfn: 'MaxCapacity' }),
    policyType: choice(
      ['TargetTrackingScaling', 'StepScaling', 'Scheduled'],
      {
        default: 'TargetTrackingScaling',
      } /* AWS::ApplicationAutoScaling::ScalingPolicy#PolicyType */,
    ),
    targetValue: numeric(
      {
        default: 70,
        min: 0,
        help: 'Lambda provisioned concurrency uses a ratio (0.7).',
      } /* AWS::ApplicationAutoScaling::ScalingPolicy#TargetTrackingScalingPolicyConfiguration.TargetValue */,
    ),
    scaleInCooldown: seconds(
      {
        default: 60,
        min: 0,
      } /* AWS::ApplicationAutoScaling::ScalingPolicy#TargetTrackingScalingPolicyConfiguration.ScaleInCooldown */,
    ),
    scaleOutCooldown: seconds(
      {
        default: 60,
        min: 0,
      } /* AWS::ApplicationAutoScaling::ScalingPolicy#TargetTrackingScalingPolicyConfiguration.ScaleOutCooldown */,
    ),
    schedule: text({
      when: (read) => read('policyType') === 'Scheduled',
      cfn: 'ScheduledActions.Schedule',
    }),
  },
  explain: 'Application Auto Scaling',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
