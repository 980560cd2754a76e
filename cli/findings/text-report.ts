import type { Severity } from '../../shared/rules/rule.ts';
import { counted } from '../../shared/rules/text.ts';
import type { LoadedDesign } from '../load-design.ts';
import { plain, type Style, wrapText } from '../style.ts';
import { countsOf, type LocatedFinding } from './located.ts';

const words: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/**
 * The findings of one design, worst first, as a good compiler writes them: a place that editors and terminals can
 * open, what is wrong, and what to do about it. Why a rule is one is said at its first finding only.
 */
export const textReport = (
  { file }: Pick<LoadedDesign, 'file'>,
  findings: readonly LocatedFinding[],
  style: Style,
): string => {
  const colors: Readonly<Record<Severity, (text: string) => string>> = {
    error: style.red,
    warning: style.yellow,
    info: style.blue,
  };
  const name = plain(file);
  const explained = new Set<string>();
  const blocks = findings
    .filter(({ finding }) => finding.suppressed === undefined)
    .map(({ finding, line, column, subject }) => {
      const { rule, severity, message, fixes } = finding;
      const head = `${style.bold(`${name}:${line}:${column}:`)} ${colors[severity](`${words[severity]}[${rule}]`)}`;
      const isNew = !explained.has(rule);
      explained.add(rule);
      const place = plain(subject) + (finding.property ? `, ${plain(finding.property)}` : '');
      return [
        `${head}: ${style.dim(place)}`,
        wrapText(plain(message), '  '),
        ...fixes
          .slice(0, 1)
          .map(({ title }) => `  ${style.green('fix:')} ${plain(title)}${more(fixes.length)}`),
        ...(isNew && rule.includes('/') ? [`  ${style.dim(`why: isobar explain ${rule}`)}`] : []),
      ].join('\n');
    });
  const aside = findings.length - blocks.length;
  return [...blocks, summary(name, findings, aside, style)].map((block) => `${block}\n`).join('\n');
};

const more = (count: number): string =>
  count > 1 ? ` (or ${counted(count - 1, 'other way')})` : '';

const summary = (
  name: string,
  findings: readonly LocatedFinding[],
  aside: number,
  style: Style,
): string => {
  const { error, warning, info } = countsOf(findings.map(({ finding }) => finding));
  const counts = [
    ...(error > 0 ? [style.red(counted(error, 'error'))] : []),
    ...(warning > 0 ? [style.yellow(counted(warning, 'warning'))] : []),
    ...(info > 0 ? [style.blue(`${info} info`)] : []),
  ];
  const fixable = findings.filter(
    ({ finding }) => finding.fixes.length > 0 && finding.suppressed === undefined,
  ).length;
  return [
    `${name}: ${counts.length === 0 ? style.green('no findings') : counts.join(', ')}`,
    ...(aside > 0 ? [`${aside} set aside`] : []),
    ...(fixable > 0 ? [`${fixable} can be fixed: isobar fix ${name}`] : []),
  ].join('; ');
};
