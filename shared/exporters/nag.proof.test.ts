import { describe, expect, test } from 'vitest';
import { exportBoth } from './testing/both.ts';
import { nagFindings } from './testing/nag.ts';
import { explainedNag } from './testing/nag-explained.ts';
import { templateFiles } from './testing/templates.ts';

describe('the AwsSolutions pack of cdk-nag', () => {
  test.each(templateFiles)('has nothing unexplained to say of $title', ({ design }) => {
    const findings = nagFindings(exportBoth(design).cdk.files);
    const open = findings.filter(
      ({ rule }) => !explainedNag.some((explained) => explained.rule === rule),
    );
    expect(open).toEqual([]);
  });

  test('every explanation is of a rule that the pack has', () => {
    for (const { rule, why } of explainedNag) {
      expect(rule).toMatch(/^AwsSolutions-[A-Z0-9]+$/);
      expect(why.length).toBeGreaterThan(20);
    }
  });
});
