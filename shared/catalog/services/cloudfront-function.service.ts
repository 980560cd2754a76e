import { call, member, name, text as string, template } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { physicalName } from '../edge/physical-name.ts';
import { getAtt } from '../expression.ts';
import { viewerFunctionCode } from '../handlers/viewer.ts';
import { choice, numeric, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

/** Names of functions and of key value stores have at most 64 characters. */
const maxNameLength = 64;

export const cloudfrontFunction = defineService({
  kind: 'cloudfront-function',
  title: 'CloudFront Function',
  words: 'cff edge viewer request rewrite header',
  category: 'edge',
  icon: 'AmazonCloudFront',
  cloudFormation: ['AWS::CloudFront::Function', 'AWS::CloudFront::KeyValueStore'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      required: true,
      maxLength: 64,
      pattern: '^[a-zA-Z0-9-_]{1,64}$',
      help: 'Unique in the account.',
      cfn: 'Name',
      cdk: 'functionName',
    }),
    runtime: choice(['cloudfront-js-1.0', 'cloudfront-js-2.0'], {
      default: 'cloudfront-js-2.0',
      emitDefault: true,
      advanced: true,
      help: 'cloudfront-js-2.0 knows const, let, await and key value stores.',
      cfn: 'FunctionConfig.Runtime',
      cdk: (value) => ({
        runtime: name(
          `cloudfront.FunctionRuntime.${value === 'cloudfront-js-1.0' ? 'JS_1_0' : 'JS_2_0'}`,
        ),
      }),
    }),
    eventType: choice(['viewer-request', 'viewer-response'], {
      default: 'viewer-request',
      required: true,
      advanced: true,
      help: 'What the generated code is for while no connection to a distribution says it.',
    }),
    code: text({
      default: 'function handler(event) { return event.request; }',
      required: true,
      help: 'JavaScript with a function called handler, 10 KB at most. Unset: a small example for the event.',
    }),
    keyValueStore: yesNo({
      default: false,
      help: 'Gives the function a store of up to 5 MB to look values up in, which changes without a deployment.',
    }),
    autoPublish: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      help: 'Publishes every change at once; a distribution can only use what is published.',
      cfn: 'AutoPublish',
      cdk: 'autoPublish',
    }),
    expectedDurationMs: numeric({
      min: 0,
      unit: 'ms',
      advanced: true,
      help: 'Expected time of one run.',
    }),
    readsRequestBody: yesNo({
      default: false,
      advanced: true,
      help: 'The code wants to read the body of requests, which is not possible.',
    }),
  },
  attributes: {
    arn: { cfn: 'FunctionARN', cdk: 'functionArn' },
    name: { cfn: (scope) => functionName(scope), cdk: 'functionName' },
    keyValueStoreArn: {
      cfn: ({ id }) => getAtt(`${id}Store`, 'Arn'),
      cdk: (_construct, { id }) => member(constructRef(`${id}Store`), 'keyValueStoreArn'),
    },
  },
  summary: (read) =>
    [
      String(read('eventType')),
      ...(read('keyValueStore') === true ? ['key value store'] : []),
    ].join(' · '),
  explain:
    'A few lines of JavaScript that CloudFront runs at every edge location for every request or answer, in less than a millisecond: rewriting a path, redirecting, checking a token, adding headers. It cannot call anything, read files or see the body; what needs more is for Lambda@Edge, which costs about six times as much.',
  cost: 'Runs, by the million; two million a month are free.',
  limits: [
    'Code 10 KB, memory 2 MB, less than a millisecond of computing.',
    'No network, no files, no request body; viewer events only.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html',
  emit(scope) {
    const { out, id, node } = scope;
    const code = functionCode(scope);
    const hasStore = scope.read('keyValueStore') === true;
    if (hasStore)
      out.resource(`${id}Store`, {
        type: 'AWS::CloudFront::KeyValueStore',
        properties: { Name: physicalName(`${id}Store`, maxNameLength) },
        cdk: { class: 'cloudfront.KeyValueStore' },
      });
    const { FunctionConfig: config, ...properties } = scope.cfnProperties();
    out.resource(id, {
      type: 'AWS::CloudFront::Function',
      properties: {
        Name: functionName(scope),
        ...properties,
        FunctionConfig: {
          Comment: node.name,
          ...(config as object),
          KeyValueStoreAssociations: hasStore
            ? [{ KeyValueStoreARN: scope.attribute('keyValueStoreArn') }]
            : undefined,
        },
        FunctionCode: code,
      },
      cdk: scope.l2('cloudfront.Function', {
        comment: string(node.name),
        code: call(
          'cloudfront.FunctionCode.fromInline',
          // Code reads better with its line breaks.
          typeof code === 'string' ? template(code) : codeOf(code),
        ),
        keyValueStore: hasStore ? constructRef(`${id}Store`) : undefined,
      }),
    });
  },
});

const functionName = (scope: NodeScope) =>
  scope.value('name') ?? physicalName(scope.id, maxNameLength);

/** The code that is set, else an example for the event of the first connection. */
const functionCode = (scope: NodeScope) => {
  if (scope.graph.isSet(scope.node, 'code')) return scope.value('code') ?? '';
  const [link] = scope.links('out', { mechanism: 'edge-association' });
  return viewerFunctionCode(String((link ?? scope).read('eventType') ?? 'viewer-request'));
};
