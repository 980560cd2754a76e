import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  create,
  invoke,
  member,
  name,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { type Credential, credentialOf } from '../credential.ts';
import { type ExpressionObject, getAtt, join, pseudo } from '../expression.ts';
import { physicalNameCode } from '../log-groups.ts';

export interface WorkflowTask {
  /** What the call needs besides the target, because the target works with the rights of its caller. */
  readonly also?: (scope: ConnectionScope) => readonly PolicyStatement[];
}

/** A state machine calls a service. The definition is written by the state machine, the permissions here. */
export const workflowTask = defineMechanism<WorkflowTask | undefined>({
  id: 'workflow-task',
  family: 'event',
  title: 'Task of a state machine',
  explain:
    'A task state makes one call to a service, without code in between, under the role of the state machine. It takes the answer and goes on, or waits until a job is done, or until somebody sends back a token, which may take days. What happens when the call fails is a part of the definition: try again, or go another way.',
  emit(scope) {
    const { source, definition, options } = scope;
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
    if (scope.read('permissions') === 'generated')
      for (const statement of options?.also?.(scope) ?? [])
        source.out.allow(source.node.id, statement);
    // Only a call to an address outside AWS has credentials that somebody has to keep.
    if (!Object.hasOwn(definition.properties, 'connection')) return;
    const existing = scope.read('connection');
    if (isJsonObject(existing) && typeof existing.arn === 'string')
      allowConnection(scope, existing);
    else emitConnection(scope);
  },
});

/** Allows to use a connection that the user has already. */
const allowConnection = ({ source, read }: ConnectionScope, existing: JsonObject): void => {
  if (read('permissions') !== 'generated') return;
  const allow = (actions: readonly string[], resource: Json | undefined): void => {
    if (typeof resource === 'string')
      source.out.allow(source.node.id, { actions, resources: [resource] });
  };
  allow(connectionActions, existing.arn);
  allow(connectionSecretActions, existing.secretArn);
};

/** What a task must be allowed to use the EventBridge connection of an endpoint. */
export const connectionActions = ['events:RetrieveConnectionCredentials'];
/** And to read the secret in which the connection keeps its credentials. */
export const connectionSecretActions = [
  'secretsmanager:GetSecretValue',
  'secretsmanager:DescribeSecret',
];

interface Authorization {
  readonly type: 'API_KEY' | 'BASIC' | 'OAUTH_CLIENT_CREDENTIALS';
  readonly parameters: ExpressionObject;
  readonly code: Code;
}

const authorizationOf = (scope: ConnectionScope): Authorization => {
  switch (scope.target.read('authType')) {
    case 'basic': {
      const password = credentialOf(scope.target, scope.source, 'password');
      const user = scope.source.out.parameter(`${scope.target.id}UserName`, {
        description: `The user name for ${scope.target.node.name}.`,
      });
      return {
        type: 'BASIC',
        parameters: { BasicAuthParameters: { Username: user, Password: password.value } },
        code: call('events.Authorization.basic', codeOf(user), password.code),
      };
    }
    case 'oauth2-client-credentials': {
      const secret = credentialOf(scope.target, scope.source, 'clientSecret');
      const client = scope.source.out.parameter(`${scope.target.id}ClientId`, {
        description: `The OAuth client id for ${scope.target.node.name}.`,
      });
      const endpoint = scope.source.out.parameter(`${scope.target.id}TokenUrl`, {
        description: `The address that gives OAuth tokens for ${scope.target.node.name}.`,
        pattern: '^https://.+',
        example: 'https://example.com/oauth/token',
      });
      return {
        type: 'OAUTH_CLIENT_CREDENTIALS',
        parameters: {
          OAuthParameters: {
            AuthorizationEndpoint: endpoint,
            ClientParameters: { ClientID: client, ClientSecret: secret.value },
            HttpMethod: 'POST',
          },
        },
        code: call(
          'events.Authorization.oauth',
          object({
            authorizationEndpoint: codeOf(endpoint),
            clientId: codeOf(client),
            clientSecret: secret.code,
            httpMethod: name('events.HttpMethod.POST'),
          }),
        ),
      };
    }
    case 'api-key': {
      const key = credentialOf(scope.target, scope.source, 'apiKey');
      return apiKey('x-api-key', key);
    }
    default:
      // A connection must have credentials, also for an endpoint that asks for none.
      return apiKey('x-caller', {
        value: scope.source.id,
        code: call('cdk.SecretValue.unsafePlainText', text(scope.source.id)),
      });
  }
};

const apiKey = (header: string, secret: Credential): Authorization => ({
  type: 'API_KEY',
  parameters: { ApiKeyAuthParameters: { ApiKeyName: header, ApiKeyValue: secret.value } },
  code: call('events.Authorization.apiKey', text(header), secret.code),
});

/** The connection, and the right to use it and the secret that EventBridge keeps for it. */
const emitConnection = (scope: ConnectionScope): void => {
  const { source } = scope;
  const { out } = source;
  const id = scope.resourceId('Connection');
  const authorization = authorizationOf(scope);
  // At most 64 characters, and the name of a stack may have 24 of ours.
  const connectionName = join(pseudo('StackName'), `-${id.slice(0, 36)}`);
  out.resource(id, {
    type: 'AWS::Events::Connection',
    properties: {
      Name: connectionName,
      AuthorizationType: authorization.type,
      AuthParameters: authorization.parameters,
    },
    cdk: {
      class: 'events.Connection',
      props: {
        connectionName: physicalNameCode(connectionName),
        authorization: authorization.code,
      },
    },
  });
  if (scope.read('permissions') !== 'generated') return;
  const rights = [
    [connectionActions, 'Arn', 'connectionArn'],
    [connectionSecretActions, 'SecretArn', 'connectionSecretArn'],
  ] as const;
  for (const [actions, attribute, property] of rights) {
    out.allow(source.node.id, { actions, resources: [getAtt(id, attribute)] }, 'sam');
    out.statement(
      invoke(
        source.construct,
        'addToRolePolicy',
        create(
          'iam.PolicyStatement',
          object({
            actions: array(actions.map(text)),
            resources: array([member(constructRef(id), property)]),
          }),
        ),
      ),
    );
  }
};
