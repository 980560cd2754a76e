import type { Finding } from '../../../../shared/rules/rule.ts';
import { useApp, useIsReadOnly } from '../../../store/hooks.ts';
import { ErrorSign, InfoSign, WarningSign } from '../../../ui/fields/signs.tsx';
import classes from './findings.module.css';

export const severitySigns = { error: ErrorSign, warning: WarningSign, info: InfoSign } as const;
export const severityWords = { error: 'Error', warning: 'Warning', info: 'Advice' } as const;

/** Findings in short, each with the buttons that end it. */
export const FindingLines = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.length === 0 ? null : (
    <ul className={classes.list}>
      {findings.map((finding) => (
        <FindingLine
          key={`${finding.rule} ${finding.messageKey} ${finding.message}`}
          finding={finding}
        />
      ))}
    </ul>
  );

const FindingLine = ({ finding }: { readonly finding: Finding }) => {
  const Sign = severitySigns[finding.severity];
  return (
    <li className={classes.finding} data-severity={finding.severity}>
      <Sign />
      <div>
        <span className={classes.hidden}>{severityWords[finding.severity]}: </span>
        {finding.message}
        <FixButtons finding={finding} />
      </div>
    </li>
  );
};

/** One button for each way to end a finding. */
export const FixButtons = ({ finding }: { readonly finding: Finding }) => {
  const app = useApp();
  const isReadOnly = useIsReadOnly();
  if (finding.fixes.length === 0 || isReadOnly) return null;
  return (
    <div className={classes.fixes}>
      {finding.fixes.map(({ title, edit }) => (
        <button
          key={title}
          type="button"
          className={classes.fix}
          onClick={() => {
            app.endGesture();
            app.edit(title, edit);
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
};
