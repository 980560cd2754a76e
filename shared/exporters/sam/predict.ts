import type { Design } from '../../model/design.ts';
import { planDesign } from '../plan/plan.ts';
import { stackCircle } from '../plan/stack-circle.ts';
import { templateCircles } from './circles.ts';
import type { Tree } from './render.ts';
import { samTemplates } from './template.ts';

/** What stands in the way of an export before anybody has asked for it. */
export interface Prediction {
  /** Resources that refer to one another in a circle, as paths of logical ids. */
  readonly circles: readonly (readonly string[])[];
  /** What the export cannot say, and the node or connection that asks for it. */
  readonly problems: readonly { readonly message: string; readonly at: string }[];
}

/** Plans the export of a design and says what would stop it. */
export const predictExport = (design: Design): Prediction => {
  try {
    const plan = planDesign(design);
    const problems = plan.stacks.flatMap((stack) =>
      stack.problems.map(({ message, owner }) => ({ message, at: owner })),
    );
    const templates = samTemplates(plan);
    const circles = templates.flatMap(({ tree }) =>
      templateCircles(tree.Resources as { [id: string]: Tree }),
    );
    const stuck = stackCircle(
      templates.map(({ region, foreign }) => ({ region, needs: foreign.map(({ from }) => from) })),
    );
    return { circles, problems: [...problems, ...stuck] };
  } catch {
    // A design that cannot be planned has other findings, which say why.
    return { circles: [], problems: [] };
  }
};
