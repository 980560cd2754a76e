import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const glueJob = defineService({
  kind: 'glue-job',
  title: 'AWS Glue job',
  words: 'glue etl spark python shell transform',
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
    name: text({ maxLength: 255, cfn: 'Name' }),
    jobType: choice(['glueetl', 'gluestreaming', 'pythonshell'], {
      default: 'glueetl',
      required: true,
      cfn: 'Command.Name',
    }),
    glueVersion: choice(['4.0', '5.0', '5.1'], { default: '5.0', cfn: 'GlueVersion' }),
    scriptLocation: text({ required: true, help: 's3:// URI.', cfn: 'Command.ScriptLocation' }),
    workerType: choice(
      ['G.025X', 'G.1X', 'G.2X', 'G.4X', 'G.8X', 'G.12X', 'G.16X', 'R.1X', 'R.2X', 'R.4X', 'R.8X'],
      { default: 'G.1X', help: 'G.025X for streaming only.', cfn: 'WorkerType' },
    ),
    numberOfWorkers: integer({ default: 2, min: 2, max: 299, cfn: 'NumberOfWorkers' }),
    timeout: integer({
      default: 480,
      min: 1,
      max: 10080,
      unit: 'min',
      help: 'Default 480 min for Glue 5.0 batch jobs (2880 in older versions); streaming jobs have none.',
      cfn: 'Timeout',
    }),
    maxRetries: integer({ default: 0, min: 0, max: 10, cfn: 'MaxRetries' }),
    jobBookmark: yesNo({ default: false } /* DefaultArguments.--job-bookmark-option */),
  },
  explain: 'AWS Glue job',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
