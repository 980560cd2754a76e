import { isJsonObject, type Json } from '../../lib/json.ts';
import { call, member, name, number, text as string } from '../../lib/typescript/syntax.ts';
import { overrideAsyncLimits } from '../async-limits.ts';
import { codeOf, constructRef } from '../code.ts';
import { drawnRole } from '../drawn-role.ts';
import { document, getAtt, intrinsic, isToken, refOf } from '../expression.ts';
import { aliasArn, aliasId, aliasName, calledByAlias, scalableAlias } from '../function-alias.ts';
import { functionCode, writeFunctionCode } from '../function-code.ts';
import { emitDeployment } from '../function-deployment.ts';
import { functionPolicy } from '../function-policy.ts';
import {
  addFunctionUrl,
  functionUrlCode,
  functionUrlConfig,
  functionUrlId,
} from '../function-url.ts';
import { ownLogGroup } from '../log-groups.ts';
import { functionNetwork } from '../network/function-network.ts';
import {
  choice,
  integer,
  list,
  logRetentionDays,
  map,
  megabytes,
  numeric,
  seconds,
  text,
  yesNo,
} from '../property.ts';
import { runtimes } from '../runtimes.ts';
import { defineService } from '../service.ts';
import { field, message } from '../workflow/task-parts.ts';

/** What SAM's managed policy allows, and the CDK with a mode that it knows. */
const xrayActions = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

const isZip = (read: (property: string) => unknown): boolean => read('packageType') === 'Zip';
const hasUrl = (read: (property: string) => unknown): boolean =>
  read('functionUrlAuth') !== 'disabled';

/** `{ Ref: … }` */
const isReference = (value: Json | undefined): boolean =>
  isJsonObject(value) && Object.keys(value).join() === 'Ref';

export const lambda = defineService({
  kind: 'lambda',
  title: 'Lambda function',
  words: 'fn function faas code compute serverless handler worker',
  category: 'compute',
  icon: 'AWSLambda',
  cloudFormation: ['AWS::Lambda::Function'],
  placement: {
    parents: ['region', 'vpc', 'subnet'],
    scope: 'regional',
    vpc: 'optional',
    subnet: 'optional',
  },
  properties: {
    runtime: choice(
      runtimes.map(({ id }) => id),
      {
        default: 'nodejs24.x',
        emitDefault: true,
        when: isZip,
        open: true,
        help: 'The language and version that the code runs on.',
        cfn: 'Runtime',
      },
    ),
    memorySize: megabytes({
      default: 128,
      min: 128,
      max: 10_240,
      emitDefault: true,
      help: 'CPU grows with memory: 1,769 MB is one whole core.',
      cfn: 'MemorySize',
      cdk: (value) => ({ memorySize: number(Number(value)) }),
    }),
    timeout: seconds({
      default: 3,
      min: 1,
      max: 900,
      emitDefault: true,
      help: 'The function is stopped after this time; 15 minutes at most.',
      cfn: 'Timeout',
      cdk: 'timeout',
    }),
    environment: map({
      help: 'All variables together have at most 4 KB. Connections add theirs.',
    }),
    architecture: choice(['arm64', 'x86_64'], {
      default: 'arm64',
      emitDefault: true,
      help: 'arm64 (Graviton) costs about a fifth less than x86_64.',
    }),
    handler: text({
      maxLength: 128,
      when: isZip,
      help: 'File and function that Lambda calls; empty takes the one of the generated code.',
    }),
    packageType: choice(['Zip', 'Image'], { default: 'Zip', advanced: true }),
    imageUri: text({
      when: (read) => !isZip(read),
      help: 'The image in Amazon ECR; empty builds one from the generated code.',
    }),
    functionName: text({
      maxLength: 64,
      pattern: '^[a-zA-Z0-9-_]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'FunctionName',
      cdk: 'functionName',
    }),
    ephemeralStorageSize: megabytes({
      default: 512,
      min: 512,
      max: 10_240,
      advanced: true,
      help: 'Size of /tmp.',
      cfn: 'EphemeralStorage.Size',
      cdk: 'ephemeralStorageSize',
    }),
    reservedConcurrency: integer({
      min: 0,
      help: 'At most so many at once, and so many kept free for this function. 100 of the account must stay unreserved.',
      cfn: 'ReservedConcurrentExecutions',
      cdk: 'reservedConcurrentExecutions',
    }),
    provisionedConcurrency: integer({
      min: 1,
      advanced: true,
      help: 'Environments kept warm; needs an alias, and is paid by the hour.',
    }),
    autoPublishAlias: text({
      advanced: true,
      pattern: '^[a-zA-Z0-9-_]{1,128}$',
      help: 'Publishes a version at every deployment and points this alias to it. What calls the function then calls the alias.',
    }),
    snapStart: choice(['None', 'PublishedVersions'], {
      default: 'None',
      advanced: true,
      help: 'Starts from a snapshot: Java 11 and later, Python 3.12 and later, .NET 8 and later.',
      cdk: (value) => ({
        snapStart:
          value === 'PublishedVersions'
            ? name('lambda.SnapStartConf.ON_PUBLISHED_VERSIONS')
            : undefined,
      }),
    }),
    layers: list({
      max: 5,
      advanced: true,
      help: 'ARNs of layer versions, five at most.',
      cfn: 'Layers',
    }),
    tracing: choice(['PassThrough', 'Active'], {
      default: 'PassThrough',
      advanced: true,
      help: 'Active sends traces to X-Ray.',
      cfn: 'Tracing',
      behind: 'TracingConfig.Mode',
      cdk: (value) => ({
        tracing: name(value === 'Active' ? 'lambda.Tracing.ACTIVE' : 'lambda.Tracing.PASS_THROUGH'),
      }),
    }),
    functionUrlAuth: choice(['disabled', 'AWS_IAM', 'NONE'], {
      default: 'disabled',
      help: 'Gives the function an HTTPS address of its own. NONE lets everybody in.',
    }),
    functionUrlInvokeMode: choice(['BUFFERED', 'RESPONSE_STREAM'], {
      default: 'BUFFERED',
      when: hasUrl,
      advanced: true,
    }),
    functionUrlCorsAllowOrigins: list({ when: hasUrl, advanced: true }),
    functionUrlCorsAllowCredentials: yesNo({ default: false, when: hasUrl, advanced: true }),
    asyncMaxRetryAttempts: integer({
      default: 2,
      min: 0,
      max: 2,
      advanced: true,
      help: 'How often Lambda tries an asynchronous event again.',
      cfn: 'EventInvokeConfig.MaximumRetryAttempts',
      cdk: 'retryAttempts',
      behind: 'kind',
    }),
    asyncMaxEventAge: seconds({
      default: 21_600,
      min: 60,
      max: 21_600,
      advanced: true,
      help: 'How long an asynchronous event may wait.',
      cfn: 'EventInvokeConfig.MaximumEventAgeInSeconds',
      cdk: 'maxEventAge',
      behind: 'kind',
    }),
    logFormat: choice(['Text', 'JSON'], {
      default: 'Text',
      advanced: true,
      cfn: 'LoggingConfig.LogFormat',
      cdk: {
        name: 'loggingFormat',
        enum: 'lambda.LoggingFormat',
        members: { Text: 'TEXT', JSON: 'JSON' },
      },
    }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      help: 'How long the logs are kept.',
    }),
    recursiveLoop: choice(['Terminate', 'Allow'], {
      default: 'Terminate',
      advanced: true,
      help: 'Lambda stops a loop through SQS, SNS or S3 after about 16 rounds, unless allowed.',
      cfn: 'RecursiveLoop',
      cdk: {
        name: 'recursiveLoop',
        enum: 'lambda.RecursiveLoop',
        members: { Terminate: 'TERMINATE', Allow: 'ALLOW' },
      },
    }),
    durableExecutionTimeout: seconds({
      min: 1,
      max: 31_622_400,
      advanced: true,
      help: 'Makes it a durable function that may run this long in steps.',
    }),
    codeSizeMb: numeric({
      min: 0,
      unit: 'MB',
      advanced: true,
      help: 'Expected size of the zip file.',
    }),
    unzippedSizeMb: numeric({
      min: 0,
      unit: 'MB',
      advanced: true,
      help: 'Expected size of code and layers unpacked.',
    }),
    imageSizeMb: numeric({ min: 0, unit: 'MB', advanced: true, when: (read) => !isZip(read) }),
    uploadVia: choice(['s3', 'direct'], { default: 's3', advanced: true }),
    imageBase: choice(['aws', 'other'], {
      default: 'aws',
      advanced: true,
      when: (read) => !isZip(read),
    }),
    runtimeInterfaceClient: yesNo({
      default: false,
      advanced: true,
      when: (read) => read('imageBase') === 'other',
    }),
    expectedRps: numeric({
      min: 0,
      unit: 'requests/s',
      advanced: true,
      help: 'Expected requests a second.',
    }),
    expectedDurationMs: numeric({
      min: 0,
      unit: 'ms',
      advanced: true,
      help: 'Expected time of one invocation.',
    }),
    expectedMonthlyRequests: integer({ min: 0, advanced: true }),
    expectedPeakConcurrency: integer({ min: 0, advanced: true }),
    critical: yesNo({ default: false, advanced: true, help: 'Others depend on it.' }),
    latencySensitive: yesNo({
      default: false,
      advanced: true,
      help: 'Somebody waits for the answer.',
    }),
    idempotent: yesNo({
      default: false,
      advanced: true,
      help: 'The code tolerates that an event comes twice.',
    }),
    passThrough: yesNo({
      advanced: true,
      help: 'No: the function does more than hand the request on.',
    }),
    public: yesNo({ default: false, advanced: true, help: 'The open function URL is intended.' }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'functionArn' },
    /** The alias that is called, or the function where there is none. */
    aliasArn,
    /** How Application Auto Scaling names its alias. */
    scalableId: scalableAlias,
    name: { cfn: 'Ref', cdk: 'functionName' },
    roleArn: {
      cfn: (scope) => drawnRole(scope)?.attribute('arn') ?? getAtt(`${scope.id}Role`, 'Arn'),
      cdk: (construct) => member({ kind: 'nonNull', value: member(construct, 'role') }, 'roleArn'),
    },
    url: {
      cfn: (scope) => getAtt(functionUrlId(scope), 'FunctionUrl'),
      cdk: (_construct, scope) => member(functionUrlCode(scope), 'url'),
    },
    /** The host of the function URL. */
    urlHost: {
      cfn: (scope) =>
        intrinsic({
          'Fn::Select': [
            2,
            { 'Fn::Split': ['/', { 'Fn::GetAtt': [functionUrlId(scope), 'FunctionUrl'] }] },
          ],
        }),
      cdk: (_construct, scope) =>
        call(
          'cdk.Fn.select',
          number(2),
          call('cdk.Fn.split', string('/'), member(functionUrlCode(scope), 'url')),
        ),
    },
  },
  clients: [
    {
      variables: ['FUNCTION_NAME'],
      what: 'Lambda function',
      sdk: { id: 'lambda', dotnet: 'Lambda' },
    },
  ],
  task: {
    verb: 'Call',
    services: { lambda: ['FunctionName'] },
    waits: true,
    call: (context) => ({
      resource: 'lambda:invoke',
      arguments: {
        FunctionName: context.fill('Arn', context.target.attribute('arn')),
        Payload: message(context),
      },
      output: field('Payload'),
    }),
  },
  summary: (read) =>
    [
      isZip(read) ? String(read('runtime')) : 'Image',
      `${String(read('memorySize'))} MB`,
      `${String(read('timeout'))} s`,
    ].join(' · '),
  explain:
    'A function runs your code when something happens: a request, a message, a file, a time of day. AWS starts as many copies as there are events at once and stops them again, so there is no server to look after and nothing to pay while nothing happens. One run lasts 15 minutes at most and keeps nothing for the next one, except what it stores elsewhere.',
  cost: 'Requests, and the time of each run multiplied by its memory.',
  limits: [
    'Zip package: 50 MB uploaded directly, 250 MB unpacked with layers. Image: 10 GB.',
    'Payload: 6 MB for a synchronous request or answer, 1 MB for an asynchronous event.',
    'Environment variables: 4 KB in total.',
    '1,000 concurrent executions in a region by default (adjustable).',
    'Five layers.',
  ],
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html',
  called: calledByAlias,
  grantee: ({ construct }) => construct,
  emit(scope) {
    const { out, id, node } = scope;
    const code = functionCode(scope);
    const architecture = scope.value('architecture') ?? 'arm64';
    const [drawn] = scope.links('out', { mechanism: 'logging' });
    const logGroup = drawn?.target.id ?? ownLogGroup(scope);
    const network = functionNetwork(scope);
    const alias = aliasName(scope);
    const warm = scope.value('provisionedConcurrency');
    if (isToken(alias) && !isReference(scope.graph.value(node, 'autoPublishAlias')))
      out.problem(
        `"${node.name}": SAM takes a plain name or a parameter for autoPublishAlias, and no other function.`,
      );
    out.resource(id, {
      type: 'AWS::Serverless::Function',
      metadata: code.metadata,
      properties: {
        ...scope.cfnProperties(),
        ...code.properties,
        Architectures: [architecture],
        LoggingConfig: { LogGroup: refOf(logGroup), LogFormat: scope.value('logFormat') },
        SnapStart:
          scope.read('snapStart') === 'PublishedVersions'
            ? { ApplyOn: 'PublishedVersions' }
            : undefined,
        AutoPublishAlias: alias,
        // Also when the settings alone have changed, as the CDK does.
        AutoPublishAliasAllProperties: alias === undefined ? undefined : true,
        ProvisionedConcurrencyConfig:
          alias === undefined || warm === undefined
            ? undefined
            : { ProvisionedConcurrentExecutions: warm },
        DeploymentPreference: emitDeployment(scope),
        VpcConfig: network?.config,
        FunctionUrlConfig: functionUrlConfig(scope),
      },
      cdk: scope.l2(code.class, {
        ...code.props,
        architecture: name(
          architecture === 'x86_64' ? 'lambda.Architecture.X86_64' : 'lambda.Architecture.ARM_64',
        ),
        logGroup: constructRef(logGroup),
        ...network?.props,
        ...(alias === undefined ? {} : { retryAttempts: undefined, maxEventAge: undefined }),
      }),
    });
    if (alias !== undefined)
      out.construct(aliasId(scope), {
        class: 'lambda.Alias',
        props: {
          aliasName: codeOf(alias),
          version: member(scope.construct, 'currentVersion'),
          provisionedConcurrentExecutions: scope.code('provisionedConcurrency'),
          retryAttempts: isToken(scope.value('asyncMaxRetryAttempts'))
            ? undefined
            : scope.code('asyncMaxRetryAttempts'),
          maxEventAge: isToken(scope.value('asyncMaxEventAge'))
            ? undefined
            : scope.code('asyncMaxEventAge'),
        },
      });
    out.identity(node.id, { resource: id, cdk: scope.construct, method: 'addToRolePolicy' });
    addFunctionUrl(scope);
    overrideAsyncLimits(scope);
    // The construct would have to know them: what a parameter says is set on the resource behind it.
    if (isToken(architecture)) out.override(id, 'Architectures', [architecture]);
    if (isToken(scope.value('tracing')))
      out.allow(node.id, { actions: xrayActions, resources: ['*'] }, 'cdk');
    const environment = scope.value('environment');
    if (typeof environment === 'object' && environment !== null)
      for (const [variable, value] of Object.entries(environment))
        if (value !== undefined) out.environment(node.id, variable, value);
  },
  finish(scope, environment) {
    const { out, id } = scope;
    if (environment.size > 0) {
      const variables = Object.fromEntries(environment);
      out.set(id, 'Environment.Variables', document(variables));
      out.props(id, { environment: codeOf(variables) });
    }
    writeFunctionCode(scope, [...environment.keys()]);
  },
  resourcePolicy: functionPolicy,
});
