import { kindNotExported } from '../not-exported.ts';
import { choice, integer, json, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

export const schedule = defineService({
  kind: 'schedule',
  title: 'EventBridge Scheduler schedule',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Scheduler::Schedule', 'AWS::Scheduler::ScheduleGroup'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 64, pattern: '^[0-9a-zA-Z-_.]+$', cfn: 'Name' }),
    scheduleExpression: text({
      default: 'rate(1 hour)',
      required: true,
      pattern: '^(rate|cron|at)\\(.+\\)$',
      cfn: 'ScheduleExpression',
    }),
    scheduleExpressionTimezone: text({
      default: 'UTC',
      help: 'IANA time zone.',
      cfn: 'ScheduleExpressionTimezone',
    }),
    flexibleTimeWindowMode: choice(['OFF', 'FLEXIBLE'], {
      default: 'OFF',
      required: true,
      cfn: 'FlexibleTimeWindow.Mode',
    }),
    maximumWindowInMinutes: integer({
      min: 1,
      max: 1440,
      unit: 'min',
      when: (read) => read('flexibleTimeWindowMode') === 'FLEXIBLE',
      cfn: 'FlexibleTimeWindow.MaximumWindowInMinutes',
    }),
    startDate: text({ cfn: 'StartDate' }),
    endDate: text({ cfn: 'EndDate' }),
    state: choice(['ENABLED', 'DISABLED'], { default: 'ENABLED', cfn: 'State' }),
    groupName: text({ default: 'default', maxLength: 64, cfn: 'GroupName' }),
    maximumRetryAttempts: integer({
      default: 185,
      min: 0,
      max: 185,
      cfn: 'Target.RetryPolicy.MaximumRetryAttempts',
    }),
    maximumEventAge: seconds({
      default: 86400,
      min: 60,
      max: 86400,
      cfn: 'Target.RetryPolicy.MaximumEventAgeInSeconds',
    }),
    input: json({ cfn: 'Target.Input' }),
  },
  explain: 'EventBridge Scheduler schedule',
  limits: [
    'One target per schedule',
    'Schedules per region: quota adjustable (1,000,000 or more by default)',
    'Payload 256 KB',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
