import { choice, integer, numeric, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

const tracks = (read: (property: string) => unknown): boolean =>
  read('policyType') === 'TargetTrackingScaling';
const isScheduled = (read: (property: string) => unknown): boolean =>
  read('policyType') === 'Scheduled';

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
    minCapacity: integer({
      default: 1,
      required: true,
      min: 0,
      help: 'Never fewer than this.',
    }),
    maxCapacity: integer({
      default: 10,
      required: true,
      min: 1,
      help: 'Never more than this; it also limits what a flood of requests can cost.',
    }),
    policyType: choice(['TargetTrackingScaling', 'StepScaling', 'Scheduled'], {
      default: 'TargetTrackingScaling',
      help: 'Target tracking keeps a figure near a value, like a thermostat. Step scaling does what the alarms with an arrow to it say. Scheduled sets limits at a time of day.',
    }),
    targetValue: numeric({
      default: 70,
      min: 0,
      unit: '%',
      when: tracks,
      help: 'The value that the figure is kept near, such as 70 % of the processor.',
    }),
    scaleInCooldown: seconds({
      default: 60,
      min: 0,
      when: tracks,
      help: 'How long to wait after making less, before making still less.',
    }),
    scaleOutCooldown: seconds({
      default: 60,
      min: 0,
      when: tracks,
      help: 'How long to wait after making more, before making still more.',
    }),
    schedule: text({
      default: 'cron(0 7 * * ? *)',
      when: isScheduled,
      pattern: '^(cron|rate|at)\\(.+\\)$',
      help: 'When the limits below begin to hold: cron(…), rate(…) or at(…).',
    }),
    scheduledMinCapacity: integer({
      default: 2,
      min: 0,
      when: isScheduled,
      help: 'The lower limit from then on.',
    }),
    scheduledMaxCapacity: integer({
      default: 10,
      min: 0,
      when: isScheduled,
      help: 'The upper limit from then on.',
    }),
    timezone: text({
      when: isScheduled,
      advanced: true,
      help: 'The time zone of the schedule, such as Europe/Berlin; empty: UTC.',
    }),
  },
  summary: (read) =>
    [
      `${String(read('minCapacity'))} to ${String(read('maxCapacity'))}`,
      isScheduled(read)
        ? 'by the clock'
        : tracks(read)
          ? `near ${String(read('targetValue'))} %`
          : 'by alarms',
    ].join(' · '),
  explain:
    'It makes more of a resource when much is asked of it, and less when little is: tasks of a service, read and write capacity of a table, readers of a database. You give limits and the value that a figure should stay near; it makes the alarms for that by itself. It takes minutes to react, so sudden peaks need a reserve or a queue in front.',
  cost: 'Nothing; the alarms that it makes and what it starts are paid.',
  limits: [
    '50 scaling policies and 200 scheduled actions for one resource.',
    'Provisioned tables may be made smaller a limited number of times a day.',
  ],
  docs: 'https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html',
  /* Each arrow brings what it scales, with its limits and policy. */
  emit: () => undefined,
});
