import type { LoadedDesign } from '../load-design.ts';
import { countsOf, type LocatedFinding } from './located.ts';

/** The findings of one design as plain data, for other programs. */
export const jsonReport = (
  { file, design }: LoadedDesign,
  findings: readonly LocatedFinding[],
): object => ({
  file,
  name: design.name,
  counts: {
    ...countsOf(findings.map(({ finding }) => finding)),
    suppressed: findings.filter(({ finding }) => finding.suppressed).length,
  },
  findings: findings.map(({ finding, line, column, subject }) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    messageKey: finding.messageKey,
    at: finding.at,
    subject,
    ...(finding.property !== undefined && { property: finding.property }),
    line,
    column,
    data: finding.data,
    fixes: finding.fixes.map(({ title }) => title),
    ...(finding.suppressed && { suppressed: finding.suppressed }),
  })),
});
