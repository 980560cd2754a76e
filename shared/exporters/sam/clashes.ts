import { clashProblem, type PlanProblem } from '../plan/clash.ts';
import type { StackPlan } from '../plan/stack-plan.ts';
import { generatedIds, type ResourceTree } from './generated-ids.ts';
import type { Tree } from './render.ts';
import type { SamTemplate } from './template.ts';

/**
 * What SAM makes of a resource under an id that another resource or a parameter has: SAM would write over it
 * without a word.
 */
export const templateClashes = (
  stack: StackPlan,
  { tree, parameters }: SamTemplate,
): readonly PlanProblem[] => {
  const resources = tree.Resources as { readonly [id: string]: Tree };
  const owners = new Map<string, string>();
  const problems: PlanProblem[] = [];
  const claim = (id: string, owner: string): void => {
    const other = owners.get(id);
    if (other === undefined) owners.set(id, owner);
    else problems.push(clashProblem(id, owner, other));
  };
  const ownerOf = (id: string): string => stack.resources.get(id)?.owner ?? '';
  for (const id of Object.keys(resources)) claim(id, ownerOf(id));
  for (const [id, resource] of Object.entries(resources))
    for (const generated of generatedIds(id, resource as ResourceTree))
      claim(generated, ownerOf(id));
  // Parameters and resources share one space of names; `Ref` would not know which one is meant.
  for (const name of parameters.keys()) {
    const other = owners.get(name);
    if (other !== undefined) problems.push(clashProblem(name, other, other));
  }
  return problems;
};
