import type { Connection, Node } from '../graph/graph.ts';
import { hasIntrinsic } from '../model/value.ts';
import type { LinkScope, NodeScope } from './service.ts';

const unknownOf = (
  { properties }: Node | Connection,
  matters: (property: string) => boolean,
): string | undefined =>
  Object.keys(properties).find(
    (property) => matters(property) && hasIntrinsic(properties[property] ?? null),
  );

/**
 * Refuses a node with a value that is known at deployment only, where the export looks at it to decide what to write.
 * True when it did.
 */
export const refuseUnknown = (scope: NodeScope, ...properties: readonly string[]): boolean => {
  const { node, out } = scope;
  const property = unknownOf(node, (name) => properties.includes(name));
  if (property === undefined) return false;
  out.problem(
    `"${node.name}": ${property} must be known when the export is made. Set it to a plain value.`,
  );
  return true;
};

/** Properties that only the checks read. */
const forChecks: readonly string[] = ['expectedPayloadKb', 'loopBreaker', 'public'];

/** The same for a connection: all its properties but the given ones. */
export const refuseUnknownLink = (link: LinkScope, ...free: readonly string[]): boolean => {
  const { connection, source, target } = link;
  const property = unknownOf(
    connection,
    (name) => !free.includes(name) && !forChecks.includes(name),
  );
  if (property === undefined) return false;
  source.out.problem(
    `The connection from "${source.node.name}" to "${target.node.name}": ${property} must be known when the export is made. Set it to a plain value.`,
  );
  return true;
};
