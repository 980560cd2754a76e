import type { Design } from '../../model/design.ts';
import { planDesign } from '../plan/plan.ts';
import { templateCircles } from './circles.ts';
import type { Tree } from './render.ts';
import { samTemplates } from './template.ts';

/** Resources that the template of a design would have in a circle, as paths of logical ids. */
export const predictCircles = (design: Design): readonly (readonly string[])[] => {
  try {
    return samTemplates(planDesign(design)).flatMap(({ tree }) =>
      templateCircles(tree.Resources as { [id: string]: Tree }),
    );
  } catch {
    // A design that cannot be planned has other findings, which say why.
    return [];
  }
};
