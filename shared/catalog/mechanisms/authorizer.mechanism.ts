import { isCollection } from '../analytics/search.ts';
import type { Authorizer } from '../api/authorizer.ts';
import { writeHttpAuthorizer } from '../api/http-authorizer.ts';
import { writeRestAuthorizer } from '../api/rest-authorizer.ts';
import { writeWebSocketAuthorizer } from '../api/websocket-route.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { writeSignIn } from '../elb/sign-in.ts';

const writers: Readonly<Record<Authorizer['api'], (scope: ConnectionScope<Authorizer>) => void>> = {
  rest: writeRestAuthorizer,
  http: writeHttpAuthorizer,
  websocket: writeWebSocketAuthorizer,
  // The API lists who lets callers in by itself, and the construct lets it call the function.
  graphql: (scope) => {
    for (const statement of scope.statements('target-policy'))
      scope.target.out.allowOn(scope.target.node.id, statement, 'sam');
  },
  'load-balancer': writeSignIn,
  // The domain says by itself whom it asks; a collection cannot.
  dashboards({ source, target }) {
    if (isCollection(source))
      source.out.problem(
        `"${source.node.name}" is a serverless collection, which cannot sign people in with "${target.node.name}". Make it a domain.`,
      );
  },
};

/** Decides who may call the routes that name it. */
export const authorizer = defineMechanism<Authorizer>({
  id: 'authorizer',
  family: 'api',
  onPath: 'never',
  title: 'Authorizer',
  explain:
    'Before a route runs, the API asks the authorizer whether this caller may. A user pool checks the token that the user got when signing in; a function of yours can check anything and says yes or no. Only routes that name the authorizer are guarded by it; without one a route is open to everybody. The answer is kept for a while, so a withdrawn permission works on until then.',
  emit: (scope) => writers[scope.options.api](scope),
});
