import { applicationArn, emitApplication, writeProperties } from '../analytics/flink.ts';
import { jobRoleId, roleArnAttribute } from '../analytics/role.ts';
import { codeOf, constructRef } from '../code.ts';
import { choice, integer, logRetentionDays, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const managedFlink = defineService({
  kind: 'managed-flink',
  title: 'Managed Service for Apache Flink (Kinesis Data Analytics)',
  words: 'flink kinesis analytics stream processing sql window kda',
  category: 'streaming',
  icon: 'AmazonManagedServiceforApacheFlink',
  cloudFormation: ['AWS::KinesisAnalyticsV2::Application'],
  placement: {
    parents: ['region', 'vpc', 'subnet'],
    scope: 'regional',
    vpc: 'optional',
    subnet: 'optional',
  },
  properties: {
    applicationName: text({
      maxLength: 128,
      pattern: '^[a-zA-Z0-9_.-]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'ApplicationName',
    }),
    runtimeEnvironment: choice(['FLINK-1_18', 'FLINK-1_19', 'FLINK-1_20', 'FLINK-2_2'], {
      default: 'FLINK-1_20',
      required: true,
      help: 'The version of Flink that the program is built for.',
    }),
    codeS3Key: text({
      maxLength: 1024,
      help: 'The program in the bucket that is connected as code: a jar (Java) or a zip (Python). Empty: whoever deploys says it.',
    }),
    parallelism: integer({
      default: 1,
      min: 1,
      help: 'How many copies of each step work at once in the beginning.',
    }),
    parallelismPerKpu: integer({
      default: 1,
      min: 1,
      max: 8,
      advanced: true,
      help: 'How many of them share a processing unit (KPU).',
    }),
    autoScaling: yesNo({
      default: true,
      help: 'More units when the processors are busy, fewer when they are not.',
    }),
    snapshots: yesNo({
      default: true,
      advanced: true,
      help: 'Keeps the state when the application is stopped or changed, so that it goes on where it was.',
    }),
    logLevel: choice(['DEBUG', 'INFO', 'WARN', 'ERROR'], {
      default: 'INFO',
      advanced: true,
      help: 'How much goes into the log.',
    }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      advanced: true,
      help: 'How long the log is kept, unless a log group is drawn.',
    }),
  },
  attributes: {
    arn: { cfn: applicationArn, cdk: (_construct, scope) => codeOf(applicationArn(scope)) },
    name: { cfn: 'Ref', cdk: 'ref' },
    roleArn: roleArnAttribute,
  },
  summary: (read) =>
    [
      String(read('runtimeEnvironment')).replace('FLINK-', 'Flink ').replace('_', '.'),
      `parallelism ${String(read('parallelism'))}`,
      ...(read('autoScaling') === true ? ['scales'] : []),
    ].join(' · '),
  explain:
    'A Flink application works on a stream while it flows: it counts over the last five minutes, joins two streams, or finds what belongs together, and remembers its state over restarts. It runs all the time, unlike a function, and it has to be started once after it was deployed. The program is yours, in Java, Scala, Python or SQL. (The older Kinesis Data Analytics for SQL ended in January 2026.)',
  cost: 'The hours of each processing unit (KPU), one more for every application, and storage of its state.',
  limits: [
    'A KPU has one processor and 4 GB of memory; 64 KPU for an application by default (adjustable).',
    '100 applications in a region by default (adjustable).',
    'A program of 512 MB at most.',
  ],
  docs: 'https://docs.aws.amazon.com/managed-flink/latest/java/what-is.html',
  grantee: ({ id }) => constructRef(jobRoleId({ id })),
  emit: emitApplication,
  finish: writeProperties,
});
