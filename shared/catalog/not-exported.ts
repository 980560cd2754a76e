import type { ConnectionScope } from './connection.ts';
import type { NodeScope } from './service.ts';

/** Stands where a kind cannot be exported yet: the export fails and names it, instead of leaving a gap. */
export const kindNotExported = ({ out, node }: NodeScope): void =>
  out.problem(`"${node.name}" is of the kind ${node.kind}, which cannot be exported yet.`);

/** Stands where a mechanism cannot be exported yet. */
export const connectionNotExported = ({ source, target, definition }: ConnectionScope): void =>
  source.out.problem(
    `The connection from "${source.node.name}" to "${target.node.name}" (${definition.label}) cannot be exported yet.`,
  );
