import {
  array,
  call,
  create,
  member,
  name,
  number,
  object,
  text as string,
} from '../../lib/typescript/syntax.ts';
import { kebabFileName } from '../../lib/words.ts';
import { codeOf, constructRef } from '../code.ts';
import { getAtt, refOf } from '../expression.ts';
import { runtimeCode, runtimeFor } from '../function-runtime.ts';
import { edgeHandlerFiles } from '../handlers/edge.ts';
import { entryPoint } from '../handlers/handlers.ts';
import { assumedBy } from '../policy.ts';
import { choice, megabytes, numeric, seconds, text } from '../property.ts';
import { runtimes } from '../runtimes.ts';
import { defineService, type NodeScope } from '../service.ts';

/** The folder of the function's code, in both exports. */
const folderOf = (scope: NodeScope): string => `src/${kebabFileName(scope.id)}`;

/** Who runs the function: Lambda while it is tried out, and Lambda@Edge at the edge. */
const edgePrincipals = ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] as const;

export const lambdaEdge = defineService({
  kind: 'lambda-edge',
  title: 'Lambda@Edge function',
  words: 'l@e le edge function viewer origin request',
  category: 'compute',
  icon: 'AWSLambda',
  cloudFormation: ['AWS::Lambda::Function', 'AWS::Lambda::Version'],
  placement: {
    parents: ['region'],
    scope: 'global',
    vpc: 'none',
    subnet: 'none',
    pinnedRegion: 'us-east-1',
  },
  properties: {
    runtime: choice(
      runtimes.filter(({ edge }) => edge === true).map(({ id }) => id),
      {
        default: 'nodejs24.x',
        emitDefault: true,
        open: true,
        help: 'Node.js and Python only.',
        cfn: 'Runtime',
      },
    ),
    memorySize: megabytes({
      default: 128,
      min: 128,
      max: 10_240,
      emitDefault: true,
      help: '128 MB at most for viewer events.',
      cfn: 'MemorySize',
      cdk: (value) => ({ memorySize: number(Number(value)) }),
    }),
    timeout: seconds({
      default: 5,
      min: 1,
      max: 30,
      emitDefault: true,
      help: '5 seconds at most for viewer events, 30 for origin events.',
      cfn: 'Timeout',
      cdk: 'timeout',
    }),
    handler: text({
      maxLength: 128,
      advanced: true,
      help: 'File and function that Lambda calls; empty takes the one of the generated code.',
    }),
    functionName: text({
      maxLength: 64,
      pattern: '^[a-zA-Z0-9-_]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'FunctionName',
      cdk: 'functionName',
    }),
    eventType: choice(['viewer-request', 'viewer-response', 'origin-request', 'origin-response'], {
      default: 'origin-request',
      required: true,
      advanced: true,
      help: 'What the generated code is for while no connection to a distribution says it.',
    }),
    codeSizeMb: numeric({
      min: 0,
      unit: 'MB',
      advanced: true,
      help: 'Expected size of the zip file.',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'functionArn' },
    name: { cfn: 'Ref', cdk: 'functionName' },
    /** CloudFront runs a numbered version, never the newest code. */
    versionArn: {
      cfn: ({ id }) => refOf(`${id}.Version`),
      cdk: (construct) => member(construct, 'currentVersion.functionArn'),
    },
    roleArn: {
      cfn: ({ id }) => getAtt(`${id}Role`, 'Arn'),
      cdk: (_construct, { id }) => member(constructRef(`${id}Role`), 'roleArn'),
    },
    roleName: {
      cfn: ({ id }) => refOf(`${id}Role`),
      cdk: (_construct, { id }) => member(constructRef(`${id}Role`), 'roleName'),
    },
  },
  summary: (read) =>
    [
      String(read('runtime')),
      `${String(read('memorySize'))} MB`,
      `${String(read('timeout'))} s`,
    ].join(' · '),
  explain:
    'A Lambda function that CloudFront copies to its locations all over the world and runs there while it handles a request. It may call other services and change requests and answers, but it has no environment variables, no VPC and little time. It is made in us-east-1 and runs as a numbered version; its logs appear in the region next to each viewer.',
  cost: 'Requests at three times the price of ordinary functions, and the time of each run multiplied by its memory.',
  limits: [
    'Viewer events: 128 MB, 5 seconds, 40 KB for an answer of its own. Origin events: 10,240 MB, 30 seconds, 1 MB.',
    'Zip package: 50 MB.',
    'No environment variables, layers, VPC, X-Ray, dead-letter queue, images, arm64 or provisioned concurrency; 512 MB in /tmp.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html',
  emit(scope) {
    const { out, id, node } = scope;
    const runtime = runtimeFor(scope);
    const folder = folderOf(scope);
    const handler = scope.value('handler') ?? runtime.handler;
    out.construct(`${id}Role`, {
      class: 'iam.Role',
      props: {
        assumedBy: create(
          'iam.CompositePrincipal',
          ...edgePrincipals.map((service) => create('iam.ServicePrincipal', string(service))),
        ),
        managedPolicies: array([
          call(
            'iam.ManagedPolicy.fromAwsManagedPolicyName',
            string('service-role/AWSLambdaBasicExecutionRole'),
          ),
        ]),
      },
    });
    out.resource(id, {
      type: 'AWS::Serverless::Function',
      properties: {
        ...scope.cfnProperties(),
        Handler: handler,
        CodeUri: `${folder}/`,
        Architectures: ['x86_64'],
        // SAM publishes a version only together with an alias.
        AutoPublishAlias: 'live',
        AssumeRolePolicyDocument: assumedBy(...edgePrincipals),
      },
      cdk: scope.l2('lambda.Function', {
        runtime: runtimeCode(scope),
        handler: codeOf(handler),
        code: call(
          'lambda.Code.fromAsset',
          call('path.join', name('__dirname'), string('..'), string(folder)),
        ),
        architecture: name('lambda.Architecture.X86_64'),
        role: constructRef(`${id}Role`),
        currentVersionOptions: object({ removalPolicy: name('cdk.RemovalPolicy.RETAIN') }),
      }),
    });
    out.identity(node.id, { resource: id, cdk: scope.construct, method: 'addToRolePolicy' });
  },
  finish(scope) {
    const runtime = runtimeFor(scope);
    for (const [path, content] of edgeHandlerFiles(
      runtime,
      eventOf(scope),
      entryPoint(runtime, scope.value('handler')),
    ))
      scope.out.file(`${folderOf(scope)}/${path}`, content);
  },
});

/** The event that the function is for: that of its first connection. */
const eventOf = (scope: NodeScope): string => {
  const [link] = scope.links('out', { mechanism: 'edge-association' });
  return String((link ?? scope).read('eventType') ?? 'origin-request');
};
