import { type HttpIntegration, writeHttpRoute } from '../api/http-route.ts';
import { type RestIntegration, writeRestRoute } from '../api/rest-route.ts';
import { type WebSocketIntegration, writeWebSocketRoute } from '../api/websocket-route.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { openServer, serverPort } from '../network/open-server.ts';

/** Which kind of API it is, and what stands behind the route. */
export type ApiIntegration = RestIntegration | HttpIntegration | WebSocketIntegration;

const writers: Readonly<Record<ApiIntegration['api'], (scope: ConnectionScope) => void>> = {
  rest: writeRestRoute,
  http: writeHttpRoute,
  websocket: writeWebSocketRoute,
};

/** A route of an API leads to what answers it. */
export const apiIntegration = defineMechanism<ApiIntegration>({
  id: 'api-integration',
  family: 'api',
  title: 'API route',
  explain:
    'The API takes a request, finds the route for its method and path (or for the message), asks who is calling if the route wants to know, and hands it to what stands behind. A function gets the whole request; another AWS service gets a call that the API makes of it with a role of its own, so no code runs in between.',
  emit(scope) {
    writers[scope.options.api](scope);
    if (scope.options.backend === 'own-server') openServer(scope, serverPort(scope), 'internet');
  },
});
