import { object } from '../../lib/typescript/syntax.ts';
import { type ConnectionScope, connectionsFrom, type StatementTemplate } from '../connection.ts';
import { type Expression, join } from '../expression.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { schedulerTarget } from '../mechanisms/scheduler-target.mechanism.ts';
import { choice, json, type PropertyTable, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { scheduleStartsTasks } from './shared/run-task.ts';

const input: PropertyTable = {
  input: json({
    help: 'What the target gets: JSON, or a text. Empty takes the input of the schedule.',
  }),
};

/** The schedule's role may do this to the target. */
const schedulerMay = (
  actions: readonly string[],
  resources: readonly string[] = ['{target.arn}'],
  when?: StatementTemplate['when'],
): StatementTemplate => ({
  side: 'service-role',
  actions,
  resources,
  principal: 'scheduler.amazonaws.com',
  ...(when && { when }),
});

const templatedPage = 'Using templated targets in EventBridge Scheduler';
const universalPage = 'Using universal targets in EventBridge Scheduler';

/** The bucket that a table is exported to, if that is drawn. */
const exportOf = ({ graph, target }: ConnectionScope) => {
  const [connection] = graph.outgoing(target.node, { mechanism: 'data-export' });
  const bucket = connection && graph.target(connection);
  return connection && bucket && { connection, bucket: target.scopeOf(bucket) };
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html */
const exportInput = (scope: ConnectionScope): Expression | undefined => {
  const { graph, target } = scope;
  const found = exportOf(scope);
  return (
    found && {
      TableArn: target.attribute('arn'),
      S3Bucket: found.bucket.attribute('name'),
      S3Prefix: graph.text(found.connection, 'prefix'),
      ExportFormat: graph.text(found.connection, 'exportFormat'),
    }
  );
};

export const fromSchedule = connectionsFrom<Kind>('schedule', {
  lambda: schedulerTarget({
    label: 'invokes',
    delivery: 'async',
    properties: input,
    statements: [schedulerMay(['lambda:InvokeFunction'], ['{target.arn}', '{target.arn}:*'])],
    docs: templatedPage,
    options: { cdk: 'schedulerTargets.LambdaInvoke' },
  }),
  'state-machine': schedulerTarget({
    label: 'starts',
    delivery: 'async',
    properties: input,
    statements: [schedulerMay(['states:StartExecution'])],
    docs: templatedPage,
    options: { cdk: 'schedulerTargets.StepFunctionsStartExecution' },
  }),
  'sqs-queue': [
    schedulerTarget({
      preferred: true,
      label: 'sends to',
      delivery: 'async',
      properties: {
        ...input,
        messageGroupId: text({
          maxLength: 128,
          advanced: true,
          help: 'A FIFO queue needs one.',
          cfn: 'SqsParameters.MessageGroupId',
          cdk: 'messageGroupId',
        }),
      },
      statements: [schedulerMay(['sqs:SendMessage'])],
      docs: templatedPage,
      options: { cdk: 'schedulerTargets.SqsSendMessage' },
    }),
    deadLetter({
      variant: 'dead-letter',
      label: 'sends failed invocations to',
      delivery: 'async',
      statements: [schedulerMay(['sqs:SendMessage'])],
      explain:
        'A run that failed for as long as the schedule tries lands here with the reason. Without the queue nobody learns of it.',
      docs: 'Configuring a dead-letter queue for EventBridge Scheduler',
      options: { on: 'schedule' },
    }),
  ],
  'sns-topic': schedulerTarget({
    label: 'publishes to',
    delivery: 'async',
    properties: input,
    statements: [schedulerMay(['sns:Publish'])],
    docs: templatedPage,
    options: { cdk: 'schedulerTargets.SnsPublish' },
  }),
  'event-bus': schedulerTarget({
    label: 'puts an event on',
    delivery: 'async',
    properties: {
      ...input,
      source: text({
        default: 'scheduler',
        required: true,
        maxLength: 256,
        help: 'The source of the event, which rules match on; AWS keeps names that start with aws. for itself.',
        cfn: 'EventBridgeParameters.Source',
      }),
      detailType: text({
        default: 'Scheduled event',
        required: true,
        maxLength: 128,
        help: 'What kind of event it is.',
        cfn: 'EventBridgeParameters.DetailType',
      }),
    },
    statements: [schedulerMay(['events:PutEvents'])],
    docs: templatedPage,
    options: {
      cdk: 'schedulerTargets.EventBridgePutEvents',
      entry: ({ target, code }, detail) =>
        object({
          eventBus: target.construct,
          source: code('source'),
          detailType: code('detailType'),
          detail,
        }),
      input: () => ({}),
    },
  }),
  'kinesis-stream': schedulerTarget({
    label: 'puts a record into',
    delivery: 'async',
    properties: {
      ...input,
      partitionKey: text({
        default: 'default',
        required: true,
        maxLength: 256,
        help: 'Decides which shard takes the record.',
        cfn: 'KinesisParameters.PartitionKey',
        cdk: 'partitionKey',
      }),
    },
    statements: [schedulerMay(['kinesis:PutRecord'])],
    docs: templatedPage,
    options: { cdk: 'schedulerTargets.KinesisStreamPutRecord' },
  }),
  firehose: schedulerTarget({
    label: 'puts a record into',
    delivery: 'async',
    properties: input,
    statements: [schedulerMay(['firehose:PutRecord'])],
    docs: templatedPage,
    options: { cdk: 'schedulerTargets.FirehosePutRecord' },
  }),
  'rds-instance': schedulerTarget({
    variant: 'universal',
    label: 'starts or stops',
    delivery: 'async',
    properties: {
      ...input,
      action: choice(['startDBInstance', 'stopDBInstance'], {
        default: 'stopDBInstance',
        help: 'AWS starts a stopped instance again after seven days.',
      }),
    },
    statements: [
      schedulerMay(
        ['rds:StartDBInstance'],
        ['{target.arn}'],
        ({ connection }) => connection('action') === 'startDBInstance',
      ),
      schedulerMay(
        ['rds:StopDBInstance'],
        ['{target.arn}'],
        ({ connection }) => connection('action') === 'stopDBInstance',
      ),
    ],
    docs: universalPage,
    options: {
      cdk: 'schedulerTargets.Universal',
      universal: ({ read }) => ({ service: 'rds', action: String(read('action')) }),
      input: ({ target }) => ({ DbInstanceIdentifier: target.attribute('id') }),
    },
  }),
  'aurora-cluster': schedulerTarget({
    variant: 'universal',
    label: 'starts or stops',
    delivery: 'async',
    properties: {
      ...input,
      action: choice(['startDBCluster', 'stopDBCluster'], {
        default: 'stopDBCluster',
        help: 'AWS starts a stopped cluster again after seven days.',
      }),
    },
    statements: [
      schedulerMay(
        ['rds:StartDBCluster'],
        ['{target.arn}'],
        ({ connection }) => connection('action') === 'startDBCluster',
      ),
      schedulerMay(
        ['rds:StopDBCluster'],
        ['{target.arn}'],
        ({ connection }) => connection('action') === 'stopDBCluster',
      ),
    ],
    docs: universalPage,
    options: {
      cdk: 'schedulerTargets.Universal',
      universal: ({ read }) => ({ service: 'rds', action: String(read('action')) }),
      input: ({ target }) => ({ DbClusterIdentifier: target.attribute('id') }),
    },
  }),
  'dynamodb-table': schedulerTarget({
    variant: 'universal',
    label: 'exports',
    delivery: 'async',
    properties: input,
    statements: [schedulerMay(['dynamodb:ExportTableToPointInTime'])],
    explain:
      'Starts an export of the table to a bucket: the bucket that the table has an export arrow to, or the one that the input names. The table needs point-in-time recovery.',
    docs: universalPage,
    options: {
      cdk: 'schedulerTargets.Universal',
      universal: () => ({ service: 'dynamodb', action: 'exportTableToPointInTime' }),
      input: exportInput,
      statements: (scope) => {
        const found = exportOf(scope);
        return found === undefined
          ? []
          : [
              {
                actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload'],
                resources: [join(found.bucket.attribute('arn'), '/*')],
              },
            ];
      },
    },
  }),
  'glue-job': schedulerTarget({
    variant: 'universal',
    label: 'starts',
    delivery: 'async',
    properties: input,
    statements: [schedulerMay(['glue:StartJobRun'])],
    docs: universalPage,
    options: {
      cdk: 'schedulerTargets.Universal',
      universal: () => ({ service: 'glue', action: 'startJobRun' }),
      input: ({ target }) => ({ JobName: target.attribute('name') }),
    },
  }),
  'glue-crawler': schedulerTarget({
    variant: 'universal',
    label: 'starts',
    delivery: 'async',
    properties: input,
    statements: [schedulerMay(['glue:StartCrawler'])],
    docs: universalPage,
    options: {
      cdk: 'schedulerTargets.Universal',
      universal: () => ({ service: 'glue', action: 'startCrawler' }),
      input: ({ target }) => ({ Name: target.attribute('name') }),
    },
  }),
  'fargate-service': scheduleStartsTasks,
  'ec2-instance': schedulerTarget({
    variant: 'universal',
    label: 'starts or stops',
    delivery: 'async',
    properties: {
      ...input,
      action: choice(['startInstances', 'stopInstances'], {
        default: 'stopInstances',
        help: 'One schedule in the evening to stop, another in the morning to start.',
      }),
    },
    statements: [
      schedulerMay(
        ['ec2:StartInstances'],
        ['{target.arn}'],
        ({ connection }) => connection('action') === 'startInstances',
      ),
      schedulerMay(
        ['ec2:StopInstances'],
        ['{target.arn}'],
        ({ connection }) => connection('action') === 'stopInstances',
      ),
    ],
    docs: universalPage,
    options: {
      cdk: 'schedulerTargets.Universal',
      universal: ({ read }) => ({ service: 'ec2', action: String(read('action')) }),
      input: ({ target }) => ({ InstanceIds: [target.attribute('id')] }),
    },
  }),
});
