import { kindNotExported } from '../not-exported.ts';
import { choice, json, text } from '../property.ts';
import { defineService } from '../service.ts';

export const eventRule = defineService({
  kind: 'event-rule',
  title: 'EventBridge rule',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Events::Rule'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 64, cfn: 'Name' }),
    eventPattern: json({
      default: { source: ['my.app'] },
      help: '4096 characters by default; either eventPattern or scheduleExpression.',
      cfn: 'EventPattern',
    }),
    scheduleExpression: text({
      help: 'rate() or cron(), UTC, default bus only; prefer schedule (EventBridge Scheduler).',
      cfn: 'ScheduleExpression',
    }),
    state: choice(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'], {
      default: 'ENABLED',
      cfn: 'State',
    }),
    description: text({ maxLength: 512, cfn: 'Description' }),
  },
  explain: 'EventBridge rule',
  limits: ['5 targets per rule'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
