import type { ConnectionScope } from './connection.ts';
import type { NodeScope } from './service.ts';

/** The role that is drawn for a node to run under, in the place of one of its own. */
export const drawnRole = (scope: NodeScope): NodeScope | undefined =>
  scope.links('out', { mechanism: 'identity' })[0]?.target;

/**
 * Says in SAM what a connection lets its source do, where SAM would have said it of a role that it makes itself, and
 * the CDK construct says it of any role.
 */
export const allowDrawnRole = (scope: ConnectionScope): void => {
  const { source } = scope;
  if (drawnRole(source) === undefined) return;
  for (const statement of scope.statements('source-role'))
    source.out.allow(source.node.id, statement, 'sam');
};
