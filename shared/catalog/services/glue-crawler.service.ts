import { kindNotExported } from '../not-exported.ts';
import { choice, text } from '../property.ts';
import { defineService } from '../service.ts';

export const glueCrawler = defineService({
  kind: 'glue-crawler',
  title: 'AWS Glue crawler',
  words: 'glue crawler catalog schema discover',
  category: 'analytics',
  icon: 'AWSGlue',
  cloudFormation: ['AWS::Glue::Crawler'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 255, cfn: 'Name' }),
    scheduleExpression: text({
      help: 'cron() only; absent = on demand.',
      cfn: 'Schedule.ScheduleExpression',
    }),
    tablePrefix: text({ maxLength: 128, cfn: 'TablePrefix' }),
    recrawlBehavior: choice(['CRAWL_EVERYTHING', 'CRAWL_NEW_FOLDERS_ONLY', 'CRAWL_EVENT_MODE'], {
      default: 'CRAWL_EVERYTHING',
      cfn: 'RecrawlPolicy.RecrawlBehavior',
    }),
    updateBehavior: choice(['LOG', 'UPDATE_IN_DATABASE'], {
      default: 'UPDATE_IN_DATABASE',
      cfn: 'SchemaChangePolicy.UpdateBehavior',
    }),
    deleteBehavior: choice(['LOG', 'DELETE_FROM_DATABASE', 'DEPRECATE_IN_DATABASE'], {
      default: 'DEPRECATE_IN_DATABASE',
      cfn: 'SchemaChangePolicy.DeleteBehavior',
    }),
  },
  explain: 'AWS Glue crawler',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
