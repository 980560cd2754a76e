import { kebabCase } from '../../lib/words.ts';
import type { Plan } from '../plan/plan.ts';
import { type SamTemplate, samTemplates } from './template.ts';

/** A template and the names it goes by. */
export interface SamStack {
  readonly template: SamTemplate;
  readonly file: string;
  readonly stackName: string;
}

/** The name of the stack: lower case, because names of buckets are made from it. */
const stackBaseName = (plan: Plan): string => {
  // A stack name has at most 128 characters; names made from it (buckets: 63) need room for their own words.
  const words = kebabCase(plan.design.name).slice(0, 24).replace(/-+$/, '');
  return /^[a-z]/.test(words) ? words : `app${words === '' ? '' : `-${words}`}`;
};

/** The stacks in the order in which they can be deployed. */
export const samStacks = (plan: Plan): readonly SamStack[] => {
  const templates = samTemplates(plan);
  const base = stackBaseName(plan);
  const stacks = templates.map((template, index): SamStack => {
    const main = index === 0;
    return {
      template,
      file: main ? 'template.yaml' : `template-${template.region}.yaml`,
      stackName: main ? base : `${base}-${template.region}`,
    };
  });
  const depth = (region: string, seen: readonly string[]): number => {
    if (seen.includes(region)) return 0;
    const template = templates.find((item) => item.region === region);
    return Math.max(
      0,
      ...(template?.foreign ?? []).map(({ from }) => 1 + depth(from, [...seen, region])),
    );
  };
  return stacks.sort((a, b) => depth(a.template.region, []) - depth(b.template.region, []));
};
