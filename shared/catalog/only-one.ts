import type { Connection } from '../graph/graph.ts';
import type { ConnectionScope } from './connection.ts';

/**
 * True for the first of the source's arrows of this mechanism. AWS has room for one only, so the export fails for
 * the others instead of leaving them out without a word. The same arrow drawn twice says nothing new.
 */
export const isOnlyOne = (
  scope: ConnectionScope,
  what: string,
  among: (connection: Connection) => boolean = () => true,
): boolean => {
  const { graph, source, connection, definition } = scope;
  const [first] = graph
    .outgoing(source.node, { mechanism: definition.mechanism })
    .filter((other) => among(other));
  if (first === undefined || first.id === connection.id) return true;
  if (first.type === connection.type && first.to === connection.to) return false;
  source.out.problem(
    `"${source.node.name}" has more than one ${what}, but AWS takes one: remove the arrow to "${scope.target.node.name}" or another.`,
  );
  return false;
};
