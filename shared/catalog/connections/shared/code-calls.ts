import { grantActions, grantPush } from '../../api/grants.ts';
import type { ConnectionReader } from '../../connection.ts';
import { httpCall } from '../../mechanisms/http-call.mechanism.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { choice, list, text } from '../../property.ts';
import { calledRoute } from './api-routes.ts';

/* Whom code calls, wherever it runs: APIs, users, addresses outside AWS. */

/** Code that manages the users of a pool. */
export const administersUsers = iamDataAccess({
  variant: 'admin',
  label: 'administers users of',
  properties: {
    access: choice(['read', 'manage', 'authenticate'], {
      default: 'read',
      help: 'manage: create and change users and groups. authenticate: sign users in on their behalf.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: [
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:ListUsers',
      ],
      resources: ['{target.arn}'],
    },
    {
      side: 'source-role',
      actions: [
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminUpdateUserAttributes',
        'cognito-idp:AdminAddUserToGroup',
        'cognito-idp:AdminRemoveUserFromGroup',
      ],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') === 'manage',
    },
    {
      side: 'source-role',
      actions: ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') === 'authenticate',
    },
  ],
  environment: [
    { name: 'USER_POOL_ID', value: '{target.id}' },
    { name: 'USER_POOL_CLIENT_ID', value: '{target.clientId}' },
  ],
  // A trigger gets the id of its pool with every event.
  circleWith: 'trigger',
  options: { grantCode: grantActions },
  docs: 'Actions, resources, and condition keys for Amazon Cognito User Pools',
});

/** Code that calls a REST API. */
export const callsRestApi = httpCall({
  variant: 'invoke',
  label: 'calls',
  properties: calledRoute,
  statements: [
    {
      side: 'source-role',
      actions: ['execute-api:Invoke'],
      resources: ['{target.executeArn}/{target.stageName}/{connection.method}{connection.path}'],
      when: ({ connection }) => connection('authMode') === 'iam',
    },
  ],
  environment: [{ name: 'API_URL', value: '{target.url}' }],
  docs: 'Control access for invoking an API',
});

/** Code that calls an HTTP API. */
export const callsHttpApi = httpCall({
  variant: 'invoke',
  label: 'calls',
  properties: calledRoute,
  statements: [
    {
      side: 'source-role',
      actions: ['execute-api:Invoke'],
      resources: ['{target.executeArn}/*/{connection.method}{connection.path}'],
      when: ({ connection }) => connection('authMode') === 'iam',
    },
  ],
  environment: [{ name: 'API_URL', value: '{target.url}' }],
  docs: 'Control access to HTTP APIs with IAM authorization',
});

/** Code that sends messages to connected clients. */
export const pushesToClients = iamDataAccess({
  variant: 'push',
  label: 'pushes messages to clients of',
  delivery: 'async',
  statements: [
    {
      side: 'source-role',
      actions: ['execute-api:ManageConnections'],
      resources: ['{target.executeArn}/{target.stageName}/*/@connections/*'],
    },
  ],
  environment: [{ name: 'WEBSOCKET_CALLBACK_URL', value: '{target.callbackUrl}' }],
  options: { grantCode: grantPush },
  docs: 'Use @connections commands in your backend service',
});

/** Code that calls an address outside AWS. */
export const callsEndpoint = httpCall({
  label: 'calls over https',
  properties: {
    path: text({ default: '/', advanced: true, help: 'Only for the drawing.' }),
    secretName: text({
      advanced: true,
      help: 'The secret with the credential, which the function may then read.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [
        'arn:{partition}:secretsmanager:{region}:{account}:secret:{connection.secretName}-??????',
      ],
      when: ({ connection }) => Boolean(connection('secretName')),
    },
  ],
  environment: [{ name: 'ENDPOINT_URL', value: '{target.url}' }],
  docs: 'Giving Lambda functions access to resources in an Amazon VPC',
});

/** Code that sends operations to a GraphQL API. */
export const callsGraphqlApi = httpCall({
  variant: 'invoke',
  label: 'sends GraphQL operations to',
  properties: {
    types: list({
      items: choice(['Query', 'Mutation', 'Subscription']),
      default: ['Mutation'],
      help: 'What the code asks for: Query, Mutation, Subscription.',
    }),
  },
  statements: (['Query', 'Mutation', 'Subscription'] as const).map((type) => ({
    side: 'source-role' as const,
    actions: ['appsync:GraphQL'],
    resources: [`{target.arn}/types/${type}/*`],
    when: ({ connection }: ConnectionReader) => {
      const types = connection('types');
      return !Array.isArray(types) || types.includes(type);
    },
  })),
  environment: [{ name: 'GRAPHQL_URL', value: '{target.url}' }],
  circleWith: 'authorizer',
  explain:
    'The code posts a mutation to the API and signs it with its role, for example so that subscribers hear of something. The export switches on AWS_IAM beside the usual way in; in the schema the field says @aws_iam.',
  docs: 'Authorizing AWS AppSync GraphQL APIs with AWS_IAM',
});
