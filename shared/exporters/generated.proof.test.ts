import { afterAll, describe, expect, test } from 'vitest';
import { connections, services } from '../catalog/catalog.ts';
import { serialiseDesign } from '../model/serialise.ts';
import { nothingToDeploy } from './plan/nothing-to-deploy.ts';
import { planDesign } from './plan/plan.ts';
import { exportBoth } from './testing/both.ts';
import { exportErrors } from './testing/check.ts';
import { designWith, uses } from './testing/generate.ts';
import { typeErrors } from './testing/type-check.ts';

/*
 * Random designs without error findings, one at least for each row of the connection tables: both exports are
 * right, and deploy the same. Previews count like all others: what the setting hides has to be right as well. A failure prints its seed; `ISOBAR_SEED=<seed>` runs the same designs again,
 * and `ISOBAR_SHOW=1` prints the designs that fail.
 */
const seed = Number(process.env.ISOBAR_SEED ?? 20_261_121);
const rows = connections;
const made = rows.map((row, index) => ({ row, ...designWith(row, seed + index) }));
const designs = made.flatMap(({ row, design }) => (design ? [{ title: row.id, design }] : []));

describe(`generated designs (seed ${seed})`, () => {
  test('reach every connection and every kind', () => {
    expect(
      made.filter(({ design }) => !design).map(({ row, errors }) => `${row.id}: ${errors[0]}`),
    ).toEqual([]);
    const kinds = new Set(designs.flatMap(({ design }) => design.nodes.map(({ kind }) => kind)));
    expect(services.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test.each(designs)('$title', ({ design }) => {
    const errors = exportErrors(design);
    // The whole design is long, but says all: it is shown only where it is asked for.
    if (errors.length > 0 && process.env.ISOBAR_SHOW !== undefined)
      console.log(serialiseDesign(design));
    // A client that calls an endpoint outside AWS is a fine drawing of nothing to deploy.
    const isEmpty = nothingToDeploy(planDesign(design)).length > 0;
    expect(errors).toEqual(
      isEmpty ? Array(2).fill(expect.stringContaining('nothing to deploy')) : [],
    );
  });

  test('compile under strict', () => {
    expect(
      typeErrors(
        designs.map(({ design }, index) => ({
          name: `design-${index + 1}`,
          files: exportBoth(design).cdk.files,
        })),
      ),
    ).toEqual([]);
  });
});

afterAll(() => {
  const reached = rows.filter((row) => designs.some(({ design }) => uses(design, row))).length;
  const previews = rows.filter(({ preview }) => preview === true).length;
  console.log(
    `generated designs: ${designs.length}, connections reached: ${reached} of ${rows.length} (${previews} of them previews), seed ${seed}`,
  );
});
