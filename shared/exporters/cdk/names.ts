import { kebabCase, kebabFileName, pascalCase } from '../../lib/words.ts';
import type { Plan } from '../plan/plan.ts';

/** A stack class and its file. */
export interface CdkStack {
  readonly region: string;
  readonly className: string;
  readonly file: string;
  /** The id of the stack in the app. */
  readonly id: string;
}

/** A name that is safe as package name, class name and stack id. */
export const appName = (plan: Plan): string => {
  const words = kebabFileName(kebabCase(plan.design.name).slice(0, 60).replace(/-+$/, ''));
  return /^[a-z]/.test(words) ? words : `app${words === '' ? '' : `-${words}`}`;
};

/** The stacks of the app, the main one first. */
export const cdkStacks = (plan: Plan): readonly CdkStack[] =>
  plan.stacks.map(({ region }) => {
    const base = appName(plan);
    const id = plan.stacks.length === 1 ? base : `${base}-${region}`;
    return { region, id: pascalCase(id), className: `${pascalCase(id)}Stack`, file: `${id}-stack` };
  });
