import { kindNotExported } from '../not-exported.ts';
import { integer, numeric, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const xray = defineService({
  kind: 'xray',
  title: 'X-Ray tracing',
  words: 'x-ray tracing trace distributed',
  category: 'observability',
  icon: 'AWSXRay',
  cloudFormation: ['AWS::XRay::Group', 'AWS::XRay::SamplingRule'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    groupName: text({ maxLength: 32, cfn: 'GroupName' }),
    filterExpression: text({ default: 'fault = true OR error = true', cfn: 'FilterExpression' }),
    fixedRate: numeric(
      { default: 0.05, min: 0, max: 1 } /* AWS::XRay::SamplingRule#SamplingRule.FixedRate */,
    ),
    reservoirSize: integer(
      { default: 1, min: 0 } /* AWS::XRay::SamplingRule#SamplingRule.ReservoirSize */,
    ),
    insightsEnabled: yesNo({ default: false, cfn: 'InsightsConfiguration.InsightsEnabled' }),
  },
  explain:
    'X-Ray SDKs and daemon are in maintenance mode since February 2026; generate OpenTelemetry (ADOT) hints for code.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
