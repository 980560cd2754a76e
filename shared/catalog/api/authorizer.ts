import type { GraphqlAuthorizer } from '../appsync/authorization.ts';

/** What the row of an authorizer says. */
export interface Authorizer {
  readonly api: 'rest' | 'http' | 'websocket' | 'graphql' | 'load-balancer' | 'dashboards';
  /** For GraphQL: the way in that it stands for. */
  readonly by?: GraphqlAuthorizer;
  /** A load balancer talks OpenID Connect with the target; a user pool it knows by itself. */
  readonly openId?: true;
  /** The API itself checks signed tokens of the target, instead of asking it. */
  readonly tokens?: true;
}
