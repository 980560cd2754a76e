import { expect, test } from 'vitest';
import { exportCdk } from '../shared/exporters/cdk/cdk.ts';
import { planDesign } from '../shared/exporters/plan/plan.ts';
import { exportSam } from '../shared/exporters/sam/sam.ts';
import { parseDesign } from '../shared/model/parse.ts';
import { serialiseDesign } from '../shared/model/serialise.ts';
import { catalogFacts } from '../shared/rules/catalog.ts';
import { rules } from '../shared/rules/index.ts';
import { validateOnce } from '../shared/rules/validator.ts';
import { madeDesign } from './made-design.ts';

test.each([100, 400])('the design of %i nodes is one that could be deployed', (size) => {
  const design = madeDesign(size);
  expect(design.nodes).toHaveLength(size);
  expect(design.connections.length / size).toBeGreaterThan(1.3);
  expect(parseDesign(serialiseDesign(design)).ok).toBe(true);
  const errors = validateOnce(design, rules, catalogFacts, { today: '2026-11-21' }).filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.map(({ message }) => message)).toEqual([]);
  const plan = planDesign(design);
  expect(exportSam(plan).problems).toEqual([]);
  expect(exportCdk(plan).problems).toEqual([]);
});
