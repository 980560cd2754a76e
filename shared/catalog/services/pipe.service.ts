import { member } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { getAtt } from '../expression.ts';
import { emitPipe, pipeRole } from '../pipes/pipe.ts';
import { choice, json, list, logRetentionDays, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

const writesLogs = (read: (property: string) => unknown): boolean => read('logLevel') !== 'OFF';

export const pipe = defineService({
  kind: 'pipe',
  title: 'EventBridge pipe',
  words: 'eventbridge pipes point to point filter enrich transform poll stream queue',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Pipes::Pipe'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 64,
      pattern: '^[.\\-_A-Za-z0-9]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'Name',
    }),
    filterPatterns: list({
      max: 5,
      items: { ...json(), noun: 'pattern' },
      help: 'Which records go on: patterns as rules have them, of the record as it lies in the queue or stream. One that fits is enough. What fits none is dropped and costs nothing.',
    }),
    logLevel: choice(['OFF', 'ERROR', 'INFO', 'TRACE'], {
      default: 'ERROR',
      help: 'How much the pipe writes of its steps. A log group comes along, unless you draw one.',
    }),
    includeExecutionData: yesNo({
      default: false,
      advanced: true,
      when: writesLogs,
      help: 'The log also shows the records themselves. Not when they hold personal data.',
    }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      advanced: true,
      when: writesLogs,
      help: 'How long the log group that comes along keeps its lines.',
    }),
    desiredState: choice(['RUNNING', 'STOPPED'], {
      default: 'RUNNING',
      advanced: true,
      help: 'STOPPED: nothing is read for now.',
      cfn: 'DesiredState',
    }),
    description: text({ maxLength: 512, advanced: true, cfn: 'Description' }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'attrArn' },
    name: { cfn: 'Ref', cdk: 'ref' },
    roleArn: {
      cfn: (scope) => getAtt(pipeRole(scope), 'Arn'),
      cdk: (_construct, scope) => member(constructRef(pipeRole(scope)), 'roleArn'),
    },
  },
  summary: (read) => {
    const patterns = read('filterPatterns');
    const count = Array.isArray(patterns) ? patterns.length : 0;
    return [
      count === 0 ? 'no filter' : count === 1 ? '1 filter' : `${count} filters`,
      `logs ${String(read('logLevel')).toLowerCase()}`,
      ...(read('desiredState') === 'STOPPED' ? ['stopped'] : []),
    ].join(' · ');
  },
  explain:
    'A pipe takes records from one queue or stream to one target, without code that only carries them. On the way it drops what nobody wants, may ask a function or another service for what is missing, and rewrites the record for its target. It polls the source by itself, and when the target fails, the batch comes again.',
  cost: 'Records that pass the filter, in steps of 64 KB; what is dropped is free. The target and the enrichment cost as always.',
  limits: [
    'One source, at most one enrichment, one target.',
    'Five filter patterns (adjustable).',
    'An enrichment has five minutes, and its answer at most 6 MB.',
    'A batch may be 6 MB at most.',
  ],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
  emit: emitPipe,
});
