import type { Severity } from '../../../shared/rules/rule.ts';
import classes from './problems-panel.module.css';

/** What one finding of a severity is called, and several. */
export const severityWords: Readonly<Record<Severity, readonly [one: string, several: string]>> = {
  error: ['Error', 'Errors'],
  warning: ['Warning', 'Warnings'],
  info: ['Advice', 'Advice'],
};

/** The sign of a severity: told by its shape as well as its colour. */
export const SeveritySign = ({
  severity,
  isQuiet = false,
}: {
  readonly severity: Severity;
  /** Beside words that say the same. */
  readonly isQuiet?: boolean;
}) => (
  <>
    {!isQuiet && <span className={classes.heard}>{severityWords[severity][0]}</span>}
    <svg
      className={classes.sign}
      data-severity={severity}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      {severity === 'error' && (
        <>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path
            d="m4.75 4.75 4.5 4.5m0-4.5-4.5 4.5"
            stroke="var(--surface)"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </>
      )}
      {severity === 'warning' && (
        <>
          <path d="M7 .9 13.4 12.4a.5.5 0 0 1-.4.8H1a.5.5 0 0 1-.4-.8Z" fill="currentColor" />
          <path
            d="M7 5v3.6M7 10.9v.1"
            stroke="var(--surface)"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </>
      )}
      {severity === 'info' && (
        <>
          <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path
            d="M7 6.6v3.2M7 4.2v.1"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </>
      )}
    </svg>
  </>
);
