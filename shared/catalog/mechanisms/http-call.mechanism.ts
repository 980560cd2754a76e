import { allowApart, closesCircle } from '../apart.ts';
import { defineMechanism } from '../connection.ts';

/** An HTTP request from a caller to an endpoint; the endpoint's kind already gives its URL as an output. */
export const httpCall = defineMechanism({
  id: 'http-call',
  family: 'request',
  title: 'HTTP request',
  explain:
    'The caller sends a request over HTTPS and waits for the answer. Nothing has to be deployed for the arrow itself: the caller needs the URL, which the export gives as an output.',
  emit(scope) {
    const statements = scope.statements('source-role');
    if (closesCircle(scope)) {
      if (statements.length > 0) allowApart(scope, statements);
      return;
    }
    for (const statement of statements) scope.source.out.allow(scope.source.node.id, statement);
  },
});
