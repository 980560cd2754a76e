import { call, member, name, number, text as string } from '../../lib/typescript/syntax.ts';
import { authorizationCode, type Mode, modesOf, writeApiKey } from '../appsync/authorization.ts';
import { dataSourceOf, type ResolvedField, resolvedFields } from '../appsync/fields.ts';
import { apiFolder, schemaId, writeResolver } from '../appsync/resolvers.ts';
import { schemaSkeleton } from '../appsync/schema.ts';
import { codeOf } from '../code.ts';
import {
  arn,
  document,
  type Expression,
  type ExpressionObject,
  getAtt,
  intrinsic,
  join,
} from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import { refuseUnknown } from '../known.ts';
import { ownLogGroup } from '../log-groups.ts';
import {
  choice,
  days,
  integer,
  list,
  logRetentionDays,
  seconds,
  text,
  yesNo,
} from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const authTypes = [
  'API_KEY',
  'AWS_IAM',
  'AMAZON_COGNITO_USER_POOLS',
  'OPENID_CONNECT',
  'AWS_LAMBDA',
] as const;

const isCached = (read: (property: string) => unknown): boolean => read('cacheType') !== 'NONE';

export const appsyncApi = defineService({
  kind: 'appsync-api',
  title: 'AppSync GraphQL API',
  words: 'graphql appsync api resolver mutation query subscription realtime schema apollo',
  category: 'api',
  icon: 'AWSAppSync',
  cloudFormation: [
    'AWS::AppSync::GraphQLApi',
    'AWS::AppSync::GraphQLSchema',
    'AWS::AppSync::DataSource',
    'AWS::AppSync::Resolver',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, maxLength: 65_536, cfn: 'Name', cdk: 'name' }),
    schema: text({
      maxLength: 1_000_000,
      help: 'The GraphQL schema. While it is empty, the export writes one with the fields that arrows name, to begin with.',
    }),
    schemaPath: text({
      default: 'schema.graphql',
      pattern: '^[A-Za-z0-9_-]+\\.graphql$',
      advanced: true,
      help: 'The name of the file that the export writes the schema to.',
    }),
    authenticationType: choice(authTypes, {
      default: 'API_KEY',
      required: true,
      help: 'How callers show who they are, unless a field of the schema says otherwise. An API key is the same for all and visible in the app: for public data only.',
    }),
    additionalAuth: list({
      items: choice(['API_KEY', 'AWS_IAM']),
      advanced: true,
      help: 'Other ways in: API_KEY, AWS_IAM. User pools, providers and functions that are connected count by themselves, and so does AWS_IAM for rules, functions and identity pools that call the API. In the schema a field says which of them it takes (@aws_iam and the like).',
    }),
    apiKeyExpiryDays: days({
      default: 7,
      min: 1,
      max: 365,
      when: (read) => read('authenticationType') === 'API_KEY',
      help: 'When the API key ends; the app needs a new one before that.',
    }),
    visibility: choice(['GLOBAL', 'PRIVATE'], {
      default: 'GLOBAL',
      advanced: true,
      help: 'PRIVATE answers in VPCs only, through an interface endpoint for appsync-api. Cannot be changed later.',
      cfn: 'Visibility',
      cdk: { name: 'visibility', enum: 'appsync.Visibility' },
    }),
    xrayEnabled: yesNo({
      default: false,
      advanced: true,
      help: 'Sends traces to X-Ray.',
      cfn: 'XrayEnabled',
      cdk: 'xrayEnabled',
    }),
    fieldLogLevel: choice(['NONE', 'ERROR', 'INFO', 'DEBUG', 'ALL'], {
      default: 'ERROR',
      help: 'What is logged of each field. ALL also holds what was asked and answered.',
    }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      advanced: true,
      when: (read) => read('fieldLogLevel') !== 'NONE',
      help: 'How long the logs are kept.',
    }),
    introspectionConfig: choice(['ENABLED', 'DISABLED'], {
      default: 'ENABLED',
      advanced: true,
      help: 'Whether callers may ask for the schema.',
      cfn: 'IntrospectionConfig',
      cdk: { name: 'introspectionConfig', enum: 'appsync.IntrospectionConfig' },
    }),
    queryDepthLimit: integer({
      default: 0,
      min: 0,
      max: 75,
      advanced: true,
      help: 'How many levels a query may have; 0 is no limit. It keeps callers from asking for everything at once.',
      cfn: 'QueryDepthLimit',
      cdk: 'queryDepthLimit',
    }),
    resolverCountLimit: integer({
      default: 0,
      min: 0,
      max: 10_000,
      advanced: true,
      help: 'How many resolvers one request may call; 0 is the 10,000 of AppSync.',
      cfn: 'ResolverCountLimit',
      cdk: 'resolverCountLimit',
    }),
    cacheType: choice(
      [
        'NONE',
        'SMALL',
        'MEDIUM',
        'LARGE',
        'XLARGE',
        'LARGE_2X',
        'LARGE_4X',
        'LARGE_8X',
        'LARGE_12X',
      ],
      {
        default: 'NONE',
        help: 'A cache in front of the data sources, paid by the hour and by size.',
      },
    ),
    cacheTtl: seconds({
      default: 3600,
      min: 1,
      max: 3600,
      when: isCached,
      advanced: true,
      help: 'How long answers are kept.',
    }),
    public: yesNo({
      default: false,
      advanced: true,
      help: 'The data is public on purpose; only the checks read it.',
    }),
  },
  attributes: {
    id: { cfn: 'ApiId', cdk: 'apiId' },
    arn: { cfn: 'Arn', cdk: 'arn' },
    url: { cfn: 'GraphQLUrl', cdk: 'graphqlUrl' },
    endpointArn: { cfn: 'GraphQLEndpointArn', cdk: 'graphQLEndpointArn' },
    /** The host of the URL. */
    host: {
      cfn: ({ id }) =>
        intrinsic({
          'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': [id, 'GraphQLUrl'] }] }],
        }),
      cdk: (construct) =>
        call(
          'cdk.Fn.select',
          number(2),
          call('cdk.Fn.split', string('/'), member(construct, 'graphqlUrl')),
        ),
    },
  },
  summary: (read) =>
    [
      {
        API_KEY: 'API key',
        AWS_IAM: 'IAM',
        AMAZON_COGNITO_USER_POOLS: 'Cognito',
        OPENID_CONNECT: 'OIDC',
        AWS_LAMBDA: 'Lambda',
      }[String(read('authenticationType'))],
      read('visibility') === 'PRIVATE' ? 'private' : undefined,
      isCached(read) ? 'cached' : undefined,
    ]
      .filter(Boolean)
      .join(' · '),
  explain:
    'An API with one address and a schema. The app asks for just the fields that it needs, and AppSync gets each of them from where it is: a table, a function, a bus, another API. What goes from a field to its source is a resolver, a few lines of JavaScript that AppSync runs itself. Apps can also subscribe and hear of changes at once, over a WebSocket that AppSync keeps for them.',
  cost: 'Requests, and for subscriptions the messages and the minutes of connection; the cache by the hour.',
  limits: [
    'A request must be answered within 30 seconds.',
    'A request has 1 MB at most, what a resolver gets 5 MB, a subscription message 240 KB.',
    'Ten functions in a pipeline resolver.',
    '50 API keys; a key lives 365 days at most.',
  ],
  docs: 'https://docs.aws.amazon.com/appsync/latest/devguide/what-is-appsync.html',
  emit(scope) {
    const { out, id } = scope;
    if (
      refuseUnknown(
        scope,
        'schema',
        'schemaPath',
        'authenticationType',
        'additionalAuth',
        'apiKeyExpiryDays',
        'fieldLogLevel',
        'visibility',
        'introspectionConfig',
        'cacheType',
      )
    )
      return;
    const modes = modesOf(scope);
    if (modes === undefined) return;
    const fields = resolvedFields(scope);
    const schema = writeSchema(scope, fields);
    const environment = environmentOf(fields);
    out.resource(id, {
      type: 'AWS::AppSync::GraphQLApi',
      properties: {
        ...scope.cfnProperties(),
        ...authorizationProperties(modes),
        EnvironmentVariables: environment && document(environment),
      },
      cdk: scope.l2('appsync.GraphqlApi', {
        name: scope.code('name'),
        definition: call(
          'appsync.Definition.fromFile',
          call('path.join', name('__dirname'), string('..'), string(schema)),
        ),
        authorizationConfig: authorizationCode(modes),
        environmentVariables: environment && codeOf(environment),
      }),
    });
    out.resource(schemaId(scope), {
      type: 'AWS::AppSync::GraphQLSchema',
      properties: { ApiId: scope.attribute('id'), DefinitionS3Location: schema },
      cdk: 'none',
    });
    writeApiKey(scope, modes, schemaId(scope));
    writeLogging(scope);
    writeCache(scope);
    out.output(`${id}Url`, scope.attribute('url'), `Address of ${scope.node.name}.`);
  },
  finish(scope) {
    for (const field of resolvedFields(scope)) writeResolver(scope, field);
  },
});

const authorizationProperties = ([first, ...others]: readonly Mode[]): ExpressionObject => ({
  AuthenticationType: first?.type,
  ...first?.properties,
  AdditionalAuthenticationProviders:
    others.length > 0
      ? others.map(({ type, properties }) => ({ AuthenticationType: type, ...properties }))
      : undefined,
});

/** The schema as a file; gives its path. */
const writeSchema = (scope: NodeScope, fields: readonly ResolvedField[]): string => {
  const own = scope.read('schema');
  const named = String(scope.read('schemaPath') ?? '');
  const file = `${apiFolder(scope)}/${/^[A-Za-z0-9_-]+\.graphql$/.test(named) ? named : 'schema.graphql'}`;
  scope.out.file(
    file,
    typeof own === 'string' && own.trim() !== '' ? `${own.trimEnd()}\n` : schemaSkeleton(fields),
  );
  return file;
};

const environmentOf = (fields: readonly ResolvedField[]): ExpressionObject | undefined => {
  const entries = fields.flatMap(({ steps }) =>
    steps.flatMap((link): [string, Expression][] => {
      const variable = dataSourceOf(link).environment?.(link);
      return variable === undefined ? [] : [[variable.name, variable.value]];
    }),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

/** The construct would keep logs by a function of its own; so it is told behind its back. */
const writeLogging = (scope: NodeScope): void => {
  const { out, id } = scope;
  const level = String(scope.read('fieldLogLevel') ?? 'ERROR');
  if (level === 'NONE') return;
  const role = `${id}LogsRole`;
  grantedRole(out, role, {
    service: 'appsync.amazonaws.com',
    policy: {
      name: 'WriteLogs',
      statements: [
        {
          actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [arn('logs', 'log-group:/aws/appsync/apis/*')],
        },
      ],
    },
  });
  const config = { CloudWatchLogsRoleArn: getAtt(role, 'Arn'), FieldLogLevel: level };
  out.set(id, 'LogConfig', config);
  out.override(id, 'LogConfig', config);
  const [drawn] = scope.links('out', { mechanism: 'logging' });
  if (drawn === undefined) ownLogGroup(scope, join('/aws/appsync/apis/', scope.attribute('id')));
};

const writeCache = (scope: NodeScope): void => {
  const type = String(scope.read('cacheType') ?? 'NONE');
  if (type === 'NONE') return;
  scope.out.resource(`${scope.id}Cache`, {
    type: 'AWS::AppSync::ApiCache',
    properties: {
      ApiId: scope.attribute('id'),
      ApiCachingBehavior: 'FULL_REQUEST_CACHING',
      Type: type,
      Ttl: scope.value('cacheTtl') ?? 3600,
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
    },
  });
};
