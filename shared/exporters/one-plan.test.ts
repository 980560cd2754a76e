import { describe, expect, test } from 'vitest';
import { exportCdk } from './cdk/cdk.ts';
import { planDesign } from './plan/plan.ts';
import { exportSam } from './sam/sam.ts';
import { samTemplates } from './sam/template.ts';
import { exportCases } from './testing/cases/index.ts';
import { templateFiles } from './testing/templates.ts';

const cases = [...exportCases, ...templateFiles];

describe('a plan is read by its exporters, and stays as it is', () => {
  test.each(cases)('$title', ({ design }) => {
    const plan = planDesign(design);
    const parameters = plan.stacks.map((stack) => [...stack.parameters]);
    const first = exportSam(plan);
    const again = exportSam(plan);
    const cdk = exportCdk(plan);
    const last = exportSam(plan);
    expect(again).toEqual(first);
    expect(last).toEqual(first);
    expect(cdk).toEqual(exportCdk(planDesign(design)));
    expect(plan.stacks.map((stack) => [...stack.parameters])).toEqual(parameters);
  });

  test('values that cross regions are among the designs, which SAM takes by parameters of its own', () => {
    const crossing = cases.filter(({ design }) =>
      samTemplates(planDesign(design)).some(({ foreign }) => foreign.length > 0),
    );
    expect(crossing.length).toBeGreaterThan(0);
  });
});
