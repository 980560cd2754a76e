import { describe, expect, test } from 'vitest';
import { exportBoth } from './testing/both.ts';
import { nagFindings } from './testing/nag.ts';
import { explainedNag } from './testing/nag-explained.ts';
import { templateFiles } from './testing/templates.ts';

describe('the AwsSolutions pack of cdk-nag', () => {
  test.each(templateFiles)('has nothing unexplained to say of $title', ({ design }) => {
    const findings = nagFindings(exportBoth(design).cdk.files);
    const open = findings.filter(
      ({ rule, constructs }) =>
        !explainedNag.some(
          (explained) =>
            explained.rule.test(rule) &&
            constructs.every((path) => explained.constructs?.test(path) ?? true),
        ),
    );
    expect(open).toEqual([]);
  });

  test('every explanation is needed', () => {
    const rules = templateFiles.flatMap(({ design }) =>
      nagFindings(exportBoth(design).cdk.files).map(({ rule }) => rule),
    );
    expect(
      explainedNag.filter((explained) => !rules.some((rule) => explained.rule.test(rule))),
    ).toEqual([]);
  });
});
