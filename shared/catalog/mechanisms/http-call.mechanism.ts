import { allowApart, closesCircle } from '../apart.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { Expression } from '../expression.ts';
import { letIn } from '../network/let-in.ts';
import { openServer } from '../network/open-server.ts';
import type { Traffic } from '../network/security-groups.ts';

export interface HttpCall {
  /** The target is inside the VPC and lets this traffic of its callers in; undefined when it is reached otherwise. */
  readonly traffic?: (scope: ConnectionScope) => Traffic | undefined;
  /** The target is a server with a public address, which lets everybody connect to this port. */
  readonly open?: (scope: ConnectionScope) => Expression;
}

/** An HTTP request from a caller to an endpoint; the endpoint's kind already gives its URL as an output. */
export const httpCall = defineMechanism<HttpCall | undefined>({
  id: 'http-call',
  family: 'request',
  title: 'HTTP request',
  explain:
    'The caller sends a request over HTTPS and waits for the answer. Nothing has to be deployed for the arrow itself: the caller needs the URL, which the export gives as an output.',
  emit(scope) {
    const traffic = scope.options?.traffic?.(scope);
    if (traffic !== undefined) letIn(scope, traffic);
    const port = scope.options?.open?.(scope);
    if (port !== undefined) openServer(scope, port, 'internet');
    const statements = scope.statements('source-role');
    if (closesCircle(scope)) {
      if (statements.length > 0) allowApart(scope, statements);
      return;
    }
    for (const statement of statements) scope.source.out.allow(scope.source.node.id, statement);
  },
});
