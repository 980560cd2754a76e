import { kindNotExported } from '../not-exported.ts';
import { choice, list, text } from '../property.ts';
import { defineService } from '../service.ts';

export const pipe = defineService({
  kind: 'pipe',
  title: 'EventBridge Pipe',
  words: 'eventbridge pipes point to point filter enrich',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Pipes::Pipe'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 64, pattern: '^[.\\-_A-Za-z0-9]+$', cfn: 'Name' }),
    desiredState: choice(['RUNNING', 'STOPPED'], { default: 'RUNNING', cfn: 'DesiredState' }),
    filterPatterns: list({ max: 5, cfn: 'SourceParameters.FilterCriteria.Filters' }),
    inputTemplate: text({ maxLength: 8192, cfn: 'TargetParameters.InputTemplate' }),
    enrichmentInputTemplate: text({ maxLength: 8192, cfn: 'EnrichmentParameters.InputTemplate' }),
    logLevel: choice(['OFF', 'ERROR', 'INFO', 'TRACE'], {
      default: 'ERROR',
      cfn: 'LogConfiguration.Level',
    }),
    description: text({ maxLength: 512, cfn: 'Description' }),
  },
  explain: 'Batch settings live on the source connection.',
  limits: [
    'Exactly one source, at most one enrichment, exactly one target',
    'Enrichment timeout 5 min, response 6 MB',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
