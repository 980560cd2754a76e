import type { Connection } from '../../graph/graph.ts';
import { defineMechanism } from '../connection.ts';
import { isOnlyOne } from '../only-one.ts';
import type { NodeScope } from '../service.ts';

/** An AWS managed policy that whoever runs under the role cannot do without. */
export interface NeededPolicy {
  /** Such as `service-role/AWSLambdaBasicExecutionRole`. */
  readonly name: string;
  /** SAM has it by the name of the policy; the CDK construct allows the same by itself. */
  readonly only?: 'sam';
}

export interface RoleUse {
  /**
   * `runs`: the source's code runs under the role instead of one that the export makes. `hands-out`: the source gives
   * the role's credentials to others, and lists its roles itself.
   */
  readonly use: 'runs' | 'hands-out';
  /** Who assumes the role. */
  readonly service: string;
  readonly needs?: (source: NodeScope) => readonly NeededPolicy[];
  /** The source's kind names the role in its own resources; the property says which of several roles it is. */
  readonly by?: { readonly kind: true; readonly slot?: string };
}

/** A role of the user's own. */
export const identity = defineMechanism<RoleUse>({
  id: 'identity',
  family: 'identity',
  onPath: 'never',
  title: 'Role of its own',
  explain:
    'Without this arrow the export makes a role for everything that runs code, with just the rights that its other arrows need. With it the drawn role is used instead, and gets those rights; so several can share one role, or the role can have a name, a boundary or policies of the company.',
  emit(scope) {
    const { source, target, options } = scope;
    if (options.use !== 'runs') return;
    const { out } = source;
    const slot = options.by?.slot;
    if (slot !== undefined && scope.read(slot) === undefined) {
      out.problem(
        `"${source.node.name}" and its role "${target.node.name}": ${slot} must be known when the export is made. Set it to a plain value.`,
      );
      return;
    }
    const inSlot = (other: Connection): boolean =>
      slot === undefined || scope.graph.text(other, slot) === scope.read(slot);
    if (!isOnlyOne(scope, 'role', inSlot)) return;
    if (out !== target.out) {
      out.problem(
        `"${source.node.name}" and its role "${target.node.name}" are in stacks of different regions: put the role into the region of "${source.node.name}".`,
      );
      return;
    }
    if (options.by === undefined) {
      out.set(source.id, 'Role', target.attribute('arn'));
      out.props(source.id, { role: target.construct });
    }
    // The kind says it of the roles that it has in places of their own.
    if (slot !== undefined) return;
    out.identity(source.node.id, {
      resource: target.id,
      cdk: target.construct,
      method: 'addToPolicy',
    });
  },
});
