import { kindFacts } from '../../catalog/catalog.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import type { Design } from '../../model/design.ts';
import { exportCdk } from '../cdk/cdk.ts';
import type { Export } from '../exported.ts';
import { type Plan, planDesign } from '../plan/plan.ts';
import { exportSam } from '../sam/sam.ts';
import { samTemplates } from '../sam/template.ts';
import type { Template } from './template.ts';

/** Both exports of one design. Each has a plan of its own, as in the product. */
export interface BothExports {
  readonly design: Design;
  readonly plan: Plan;
  readonly sam: Export;
  readonly cdk: Export;
  /** SAM templates by region, not yet expanded. */
  readonly templates: ReadonlyMap<string, Template>;
}

export const exportBoth = (design: Design): BothExports => {
  const plan = () => planDesign(design, createGraph(kindFacts, design));
  const samPlan = plan();
  return {
    design,
    plan: samPlan,
    sam: exportSam(plan()),
    cdk: exportCdk(plan()),
    templates: new Map(
      samTemplates(samPlan).map(({ region, tree }) => [region, tree as unknown as Template]),
    ),
  };
};
