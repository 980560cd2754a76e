import type { Code } from '../../lib/typescript/syntax.ts';
import { defineMechanism } from '../connection.ts';
import type { Expression } from '../expression.ts';

export interface Tracing {
  /** What switches traces on in the resource of the source: property paths and values. */
  readonly properties: Readonly<Record<string, Expression>>;
  /** The same for its construct; absent where the kind looks for the arrow itself. */
  readonly props?: Readonly<Record<string, Code>>;
  /** The program sends them itself, and needs what the statements allow. */
  readonly by?: 'program';
}

/** A service sends a piece of the trace of each request that it takes part in. */
export const tracing = defineMechanism<Tracing>({
  id: 'tracing',
  family: 'ops',
  onPath: 'never',
  title: 'X-Ray traces',
  explain:
    'The service tells X-Ray when it began and ended its part of a request, and hands the id of the trace on to whom it calls. Nobody waits for it. Only a sample of the requests is traced.',
  emit(scope) {
    const { source, options } = scope;
    const { out, id } = source;
    if (options.by === 'program')
      for (const statement of scope.statements('source-role')) out.allow(source.node.id, statement);
    for (const [path, value] of Object.entries(options.properties)) out.set(id, path, value);
    if (options.props !== undefined) out.props(id, options.props);
  },
});
