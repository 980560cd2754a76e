import type { PolicyStatement } from './blueprint.ts';
import type { NodeScope } from './service.ts';

/** Allows a node's role what a connection needs. An L2 construct grants the same by itself, an L1 construct nothing. */
export const allowBesideConstruct = (
  { out, id, node }: NodeScope,
  statements: readonly PolicyStatement[],
): void => {
  const only = out.hasConstruct(id) ? 'sam' : undefined;
  for (const statement of statements) out.allow(node.id, statement, only);
};
