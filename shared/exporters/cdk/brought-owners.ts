import { resolveReferences } from '../../lib/typescript/references.ts';
import { name } from '../../lib/typescript/syntax.ts';
import type { StackPlan } from '../plan/stack-plan.ts';

/** The nodes and connections of which a resource comes with a construct of another one, as subnets do with their VPC. */
export const broughtOwners = (stack: StackPlan): ReadonlyMap<string, readonly string[]> => {
  const owners = new Map<string, readonly string[]>();
  for (const { cdk, owner } of stack.resources.values()) {
    if (typeof cdk !== 'object' || !('ref' in cdk)) continue;
    resolveReferences(cdk.ref, (key) => {
      const id = key.startsWith('construct:') ? key.slice('construct:'.length) : '';
      if (stack.constructs.has(id)) owners.set(id, [...(owners.get(id) ?? []), owner]);
      return name('brought');
    });
  }
  return owners;
};
