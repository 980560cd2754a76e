import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { letIn } from '../network/let-in.ts';
import type { Traffic } from '../network/security-groups.ts';

export interface Cache {
  /** What the target lets the code in with; absent for what is called through an API. */
  readonly traffic?: (scope: ConnectionScope) => Traffic;
}

/** Answers are kept in memory, so that what stands behind is asked less often. */
export const cache = defineMechanism<Cache>({
  id: 'cache',
  family: 'data',
  title: 'Cache in memory',
  explain:
    'Answers that are asked for again come from memory, within microseconds, and what stands behind is asked less often. An entry may be older than the truth until its time is up or somebody replaces it. Isobar opens the security group on the way and writes the permissions that are needed.',
  emit(scope) {
    const { source, target, options } = scope;
    if (target.region !== source.region) {
      source.out.problem(
        `"${source.node.name}" is in ${source.region}, and "${target.node.name}" in ${target.region}. A cache works inside one Region.`,
      );
      return;
    }
    if (options.traffic !== undefined) letIn(scope, options.traffic(scope));
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
  },
});
