import { emitJob, jobArn, writeArguments } from '../analytics/jobs.ts';
import { jobRoleId, roleArnAttribute } from '../analytics/role.ts';
import { codeOf, constructRef } from '../code.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';
import { keep } from '../workflow/task-parts.ts';

const isSpark = (read: (property: string) => unknown): boolean => read('jobType') !== 'pythonshell';

export const glueJob = defineService({
  kind: 'glue-job',
  title: 'AWS Glue job',
  words: 'glue etl spark python shell transform batch',
  category: 'analytics',
  icon: 'AWSGlue',
  cloudFormation: ['AWS::Glue::Job'],
  placement: {
    parents: ['region', 'subnet'],
    scope: 'regional',
    vpc: 'optional',
    subnet: 'optional',
  },
  properties: {
    name: text({
      maxLength: 255,
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'Name',
    }),
    jobType: choice(['glueetl', 'gluestreaming', 'pythonshell'], {
      default: 'glueetl',
      required: true,
      help: 'glueetl: Spark, for much data. gluestreaming: Spark that reads a stream and runs on and on. pythonshell: one small Python script.',
    }),
    glueVersion: choice(['4.0', '5.0', '5.1'], {
      default: '5.0',
      when: isSpark,
      help: 'Versions of Spark and Python.',
    }),
    scriptLocation: text({
      maxLength: 1024,
      pattern: '^s3://[^/]+/.+',
      help: 'Where the script is, such as s3://my-scripts/clean.py. Empty: whoever deploys says bucket and key.',
    }),
    workerType: choice(
      ['G.025X', 'G.1X', 'G.2X', 'G.4X', 'G.8X', 'G.12X', 'G.16X', 'R.1X', 'R.2X', 'R.4X', 'R.8X'],
      {
        default: 'G.1X',
        when: isSpark,
        help: 'G.1X has 4 processors and 16 GB of memory, G.2X twice as much, and so on; R has more memory. G.025X is for streaming jobs only.',
      },
    ),
    numberOfWorkers: integer({
      default: 2,
      min: 2,
      max: 299,
      when: isSpark,
      help: 'How many work at once; one of them leads the others.',
    }),
    timeout: integer({
      default: 480,
      min: 1,
      max: 10_080,
      unit: 'min',
      when: (read) => read('jobType') !== 'gluestreaming',
      help: 'A run is stopped after this time. A streaming job has none.',
    }),
    maxRetries: integer({
      default: 0,
      min: 0,
      max: 10,
      help: 'How often a run that failed is started again.',
      cfn: 'MaxRetries',
    }),
    jobBookmark: yesNo({
      default: false,
      when: isSpark,
      help: 'The job remembers what it has read and takes only what is new.',
    }),
  },
  attributes: {
    arn: { cfn: jobArn, cdk: (_construct, scope) => codeOf(jobArn(scope)) },
    name: { cfn: 'Ref', cdk: 'ref' },
    roleArn: roleArnAttribute,
  },
  task: {
    verb: 'Run',
    services: { glue: ['JobName'] },
    waits: true,
    call: (context) => ({
      resource: 'glue:startJobRun',
      arguments: { JobName: context.fill('Name', context.target.attribute('name')) },
      output: keep,
    }),
  },
  summary: (read) =>
    read('jobType') === 'pythonshell'
      ? 'Python shell'
      : `${read('jobType') === 'gluestreaming' ? 'Spark streaming' : 'Spark'} · ${String(read('numberOfWorkers'))} × ${String(read('workerType'))}`,
  explain:
    'A job runs a script that reads much data, changes it and writes it elsewhere, on servers that Glue starts for the run and takes away again. The script is yours and lies in a bucket; it reads its settings from the arguments that Isobar makes from the arrows. Something has to start it: a schedule, a workflow, a function or a person.',
  cost: 'The hours of processing units (DPU) while it runs, by the second, one minute at least.',
  limits: [
    'Worker types up to 64 processors and 256 GB; 299 workers.',
    'A run of up to seven days.',
    '1,000 jobs and 200 runs at once in a region by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/glue/latest/dg/author-job-glue.html',
  grantee: ({ id }) => constructRef(jobRoleId({ id })),
  emit: emitJob,
  finish: writeArguments,
});
