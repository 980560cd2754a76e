import { emitJobRole, roleArnAttribute } from '../analytics/role.ts';
import { codeOf } from '../code.ts';
import { arn, type Expression, type ExpressionObject, join, refOf } from '../expression.ts';
import { choice, text } from '../property.ts';
import { defineService, type LinkScope, type NodeScope } from '../service.ts';
import { keep } from '../workflow/task-parts.ts';

const crawlerArn = ({ id }: NodeScope): Expression => arn('glue', join('crawler/', refOf(id)));

/** The files of a bucket that a crawler reads. */
const bucketTarget = (link: LinkScope): ExpressionObject => {
  const exclusions = link.value('exclusions');
  return {
    Path: join('s3://', link.source.attribute('name'), '/', link.value('path') ?? ''),
    Exclusions: exclusions,
  };
};

export const glueCrawler = defineService({
  kind: 'glue-crawler',
  title: 'AWS Glue crawler',
  words: 'glue crawler catalog schema discover inference',
  category: 'analytics',
  icon: 'AWSGlue',
  cloudFormation: ['AWS::Glue::Crawler'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 255,
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'Name',
    }),
    scheduleExpression: text({
      pattern: '^cron\\(.+\\)$',
      help: 'When it runs, such as cron(15 12 * * ? *), in UTC. Empty: only when somebody starts it.',
      cfn: 'Schedule.ScheduleExpression',
    }),
    tablePrefix: text({
      maxLength: 128,
      advanced: true,
      help: 'Put before the names of the tables that it makes.',
      cfn: 'TablePrefix',
    }),
    recrawlBehavior: choice(['CRAWL_EVERYTHING', 'CRAWL_NEW_FOLDERS_ONLY'], {
      default: 'CRAWL_EVERYTHING',
      advanced: true,
      help: 'New folders only is faster, and then the crawler changes and removes nothing.',
    }),
    updateBehavior: choice(['LOG', 'UPDATE_IN_DATABASE'], {
      default: 'UPDATE_IN_DATABASE',
      advanced: true,
      when: (read) => read('recrawlBehavior') === 'CRAWL_EVERYTHING',
      help: 'What becomes of a table whose files have other columns now.',
    }),
    deleteBehavior: choice(['LOG', 'DELETE_FROM_DATABASE', 'DEPRECATE_IN_DATABASE'], {
      default: 'DEPRECATE_IN_DATABASE',
      advanced: true,
      when: (read) => read('recrawlBehavior') === 'CRAWL_EVERYTHING',
      help: 'What becomes of a table whose files are gone.',
    }),
  },
  attributes: {
    arn: { cfn: crawlerArn, cdk: (_construct, scope) => codeOf(crawlerArn(scope)) },
    name: { cfn: 'Ref', cdk: 'ref' },
    roleArn: roleArnAttribute,
  },
  task: {
    verb: 'Start',
    services: { glue: ['Name'] },
    call: (context) => ({
      resource: 'aws-sdk:glue:startCrawler',
      arguments: { Name: context.fill('Name', context.target.attribute('name')) },
      output: keep,
    }),
  },
  summary: (read) =>
    typeof read('scheduleExpression') === 'string'
      ? String(read('scheduleExpression'))
      : 'runs when started',
  explain:
    'A crawler looks into files or tables, guesses which columns they have, and writes tables and partitions into the Data Catalog. It is a convenience for data that one does not know well or that changes; where the columns are known, a table written down in the design is quicker and surer.',
  cost: 'The hours of processing units (DPU) while it runs, ten minutes at least.',
  limits: ['1,000 crawlers in a region (adjustable).', 'A run of one crawler at a time.'],
  docs: 'https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html',
  emit(scope) {
    const { out, id, node } = scope;
    const [database] = scope.links('out', { mechanism: 'catalog' });
    const sources = scope.links('in', { mechanism: 'catalog' });
    if (database === undefined || sources.length === 0) {
      out.problem(
        database === undefined
          ? `"${node.name}" has nowhere to write its tables: connect it to a database of the Data Catalog.`
          : `"${node.name}" has nothing to crawl: connect a bucket or a table to it.`,
      );
      return;
    }
    emitJobRole(scope, 'glue.amazonaws.com');
    // https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html
    out.allow(node.id, {
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [arn('logs', 'log-group:/aws-glue/*')],
    });
    const buckets = sources.filter(({ source }) => source.node.kind === 's3-bucket');
    const tables = sources.filter(({ source }) => source.node.kind !== 's3-bucket');
    const everything = scope.read('recrawlBehavior') !== 'CRAWL_NEW_FOLDERS_ONLY';
    out.resource(id, {
      type: 'AWS::Glue::Crawler',
      dependsOn: [`${id}Role`],
      properties: {
        ...scope.cfnProperties(),
        Role: scope.attribute('roleArn'),
        DatabaseName: database.target.attribute('name'),
        Targets: {
          S3Targets: buckets.length > 0 ? buckets.map(bucketTarget) : undefined,
          DynamoDBTargets:
            tables.length > 0
              ? tables.map(({ source }) => ({ Path: source.attribute('name') }))
              : undefined,
        },
        RecrawlPolicy: { RecrawlBehavior: scope.value('recrawlBehavior') ?? 'CRAWL_EVERYTHING' },
        // A crawler that looks at new folders only may do nothing but log.
        SchemaChangePolicy: {
          UpdateBehavior: everything
            ? (scope.value('updateBehavior') ?? 'UPDATE_IN_DATABASE')
            : 'LOG',
          DeleteBehavior: everything
            ? (scope.value('deleteBehavior') ?? 'DEPRECATE_IN_DATABASE')
            : 'LOG',
        },
      },
    });
  },
});
