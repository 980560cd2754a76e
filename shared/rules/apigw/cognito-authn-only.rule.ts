import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Graph, type Json, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { authorizersOf, hasProperty } from './routes.ts';

/** True when the function changes data somewhere. */
const writes = (graph: Graph, catalog: CatalogFacts, fn: Node): boolean =>
  graph
    .outgoing(fn, { mechanism: 'iam-data-access' })
    .some(
      (access) =>
        hasProperty(catalog, access, 'access') &&
        ['write', 'readwrite'].includes(graph.text(access, 'access') ?? ''),
    );

const isEmpty = (scopes: readonly Json[] | undefined): boolean => scopes?.length === 0;

const api = (route: object, access = 'readwrite') =>
  design(
    node('http-api', 'api', { name: 'api' }),
    node('cognito-user-pool', 'users'),
    node('lambda', 'worker'),
    node('dynamodb-table', 'orders'),
    connection('http-api--cognito-user-pool', 'api', 'users'),
    connection('http-api--lambda', 'api', 'worker', { authorizer: 'users', ...route }),
    connection('lambda--dynamodb-table', 'worker', 'orders', { access }),
  );

export const apigwCognitoAuthnOnly = defineRule({
  meta: {
    id: 'apigw/cognito-authn-only',
    severity: 'info',
    messages: {
      identityOnly:
        '{api} only knows that the user is signed in; check in {function} what this user may do, or ask for scopes.',
    },
    explain:
      'A user pool as authorizer proves who somebody is. It does not decide whether user A may change the order of user B. Ask for OAuth scopes on the route, look at groups in the token, use Amazon Verified Permissions, or check in the function that the data belongs to the user.',
    docs: {
      title: 'Control access to REST APIs using Amazon Cognito user pools as an authorizer',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html',
    },
  },
  on: connections({ from: ['rest-api', 'http-api'], to: 'lambda', mechanism: 'api-integration' }),
  check({ connection: route, source: api, target: fn }, graph, report, { catalog }) {
    const pool = graph.text(route, 'authorizer');
    if (pool === undefined || !isEmpty(graph.list(route, 'authorizationScopes'))) return;
    const authorizer = authorizersOf(graph, api).find(({ to }) => to === pool);
    if (!authorizer || graph.target(authorizer)?.kind !== 'cognito-user-pool') return;
    if (!isEmpty(graph.list(authorizer, 'authorizationScopes'))) return;
    if (!writes(graph, catalog, fn)) return;
    report({
      message: 'identityOnly',
      property: 'authorizationScopes',
      data: { api: named(api), function: named(fn) },
    });
  },
  examples: {
    good: [
      { title: 'a scope', design: api({ authorizationScopes: ['orders/write'] }) },
      {
        title: 'scopes set by a parameter',
        design: api({ authorizationScopes: { Ref: 'Scopes' } }),
      },
      { title: 'a function that only reads', design: api({}, 'read') },
    ],
    bad: [{ title: 'no scopes', design: api({}), expect: ['identityOnly'] }],
  },
});
