import { describe, expect, test } from 'vitest';
import { exportBoth } from './testing/both.ts';
import { hardCases } from './testing/cases/hard-cases.ts';
import { exportCases } from './testing/cases/index.ts';
import { exportErrors } from './testing/check.ts';
import { templateFiles } from './testing/templates.ts';
import { typeErrors } from './testing/type-check.ts';

const cases = [...exportCases, ...hardCases, ...templateFiles];

describe('both exports of every case', () => {
  test.each(cases)('are right and deploy the same: $title', ({ design }) => {
    expect(exportErrors(design)).toEqual([]);
  });

  test('compile under strict', () => {
    expect(
      typeErrors(
        cases.map(({ design }, index) => ({
          name: `case-${index + 1}`,
          files: exportBoth(design).cdk.files,
        })),
      ),
    ).toEqual([]);
  });
});
