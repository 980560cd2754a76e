import { kindNotExported } from '../not-exported.ts';
import { choice, numeric, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const cloudfrontFunction = defineService({
  kind: 'cloudfront-function',
  title: 'CloudFront Function',
  category: 'edge',
  icon: 'AmazonCloudFront',
  cloudFormation: ['AWS::CloudFront::Function', 'AWS::CloudFront::KeyValueStore'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, maxLength: 64, cfn: 'Name' }),
    runtime: choice(['cloudfront-js-1.0', 'cloudfront-js-2.0'], {
      default: 'cloudfront-js-2.0',
      cfn: 'FunctionConfig.Runtime',
    }),
    eventType: choice(['viewer-request', 'viewer-response'], {
      default: 'viewer-request',
      required: true,
      help: 'Held by the association with the distribution.',
    }),
    code: text({
      default: 'function handler(event) { return event.request; }',
      required: true,
      help: '10 KB maximum.',
      cfn: 'FunctionCode',
    }),
    keyValueStore: yesNo({
      default: false,
      help: 'Needs cloudfront-js-2.0.',
      cfn: 'FunctionConfig.KeyValueStoreAssociations',
    }),
    autoPublish: yesNo({ default: true, cfn: 'AutoPublish' }),
    expectedDurationMs: numeric({ min: 0, unit: 'ms' }),
    readsRequestBody: yesNo({
      default: false,
      help: 'The user wants to read the body (not possible).',
    }),
  },
  explain: 'CloudFront Function',
  limits: [
    'Code 10 KB, memory 2 MB, run time below 1 ms',
    'No network, no file system, no request body',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
