import { kindNotExported } from '../not-exported.ts';
import { choice, days, integer, list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const appsyncApi = defineService({
  kind: 'appsync-api',
  title: 'AppSync GraphQL API',
  words: 'graphql appsync api resolver subscription realtime',
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
    name: text({ required: true, maxLength: 65536, cfn: 'Name' }),
    schemaPath: text(
      {
        default: 'schema.graphql',
        required: true,
        help: 'SAM SchemaUri / CDK Definition.fromFile.',
      } /* AWS::AppSync::GraphQLSchema#DefinitionS3Location */,
    ),
    authenticationType: choice(
      ['API_KEY', 'AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA'],
      { default: 'API_KEY', required: true, cfn: 'AuthenticationType' },
    ),
    additionalAuth: list({ cfn: 'AdditionalAuthenticationProviders' }),
    apiKeyExpiryDays: days(
      {
        default: 7,
        min: 1,
        max: 365,
        when: (read) => read('authenticationType') === 'API_KEY',
      } /* AWS::AppSync::ApiKey#Expires */,
    ),
    visibility: choice(['GLOBAL', 'PRIVATE'], {
      default: 'GLOBAL',
      help: 'Cannot be changed later; PRIVATE needs an appsync-api interface endpoint.',
      cfn: 'Visibility',
    }),
    xrayEnabled: yesNo({ default: false, cfn: 'XrayEnabled' }),
    fieldLogLevel: choice(['NONE', 'ERROR', 'INFO', 'DEBUG', 'ALL'], {
      default: 'ERROR',
      cfn: 'LogConfig.FieldLogLevel',
    }),
    introspectionConfig: choice(['ENABLED', 'DISABLED'], {
      default: 'ENABLED',
      cfn: 'IntrospectionConfig',
    }),
    queryDepthLimit: integer({ default: 0, min: 0, max: 75, cfn: 'QueryDepthLimit' }),
    resolverCountLimit: integer({ default: 0, min: 0, max: 10000, cfn: 'ResolverCountLimit' }),
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
      { default: 'NONE' } /* AWS::AppSync::ApiCache#Type */,
    ),
    public: yesNo({ default: false, help: 'Data is public on purpose.' }),
  },
  explain: 'AppSync GraphQL API',
  limits: ['Request 1 MB, response 5 MB', 'Resolver timeout 30 s'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
