import { describe, expect, test } from 'vitest';
import { exportBoth } from './testing/both.ts';
import { exportCases } from './testing/cases/index.ts';
import { exportErrors } from './testing/check.ts';
import { typeErrors } from './testing/type-check.ts';

describe('both exports of every case', () => {
  test.each(exportCases)('are right and deploy the same: $title', ({ design }) => {
    expect(exportErrors(design)).toEqual([]);
  });

  test('compile under strict', () => {
    expect(
      typeErrors(
        exportCases.map(({ design }, index) => ({
          name: `case-${index + 1}`,
          files: exportBoth(design).cdk.files,
        })),
      ),
    ).toEqual([]);
  });
});
