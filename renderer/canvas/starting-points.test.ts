import { expect, test } from 'vitest';
import { newDesign } from '../../shared/model/new-design.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { rules } from '../../shared/rules/index.ts';
import { validateOnce } from '../../shared/rules/validator.ts';
import { drawStartingPoint, startingPoints } from './starting-points.ts';

test.each(startingPoints)('$title is drawn connected and without an error', (point) => {
  const empty = newDesign({ name: 'New', region: 'eu-west-1' });
  const design = drawStartingPoint(point, { x: 300, y: 200 }, 'nodejs24.x')(empty);
  expect(design.nodes.map(({ kind }) => kind)).toEqual(point.nodes.map(({ kind }) => kind));
  expect(design.connections).toHaveLength(point.nodes.length - 1);
  const errors = validateOnce(design, rules, catalogFacts, { today: '2026-11-21' }).filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.map(({ message }) => message)).toEqual([]);
});
