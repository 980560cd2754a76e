import type { MadeExport } from '../../exports/make-export.ts';
import { findConnection, useApp, useDesign } from '../../store/hooks.ts';
import { WarningIcon } from '../../ui/glyphs.tsx';
import classes from './code-panel.module.css';

/** Why there is no code, in words, each with a way to the place. */
export const CodeProblems = ({
  title,
  made,
  hasCode,
  failure,
}: {
  readonly title: string;
  readonly made: MadeExport | undefined;
  /** Code of before is shown below. */
  readonly hasCode: boolean;
  readonly failure: string | undefined;
}) => {
  const app = useApp();
  const design = useDesign();
  const problems = made?.problems ?? [];
  if (failure !== undefined)
    return (
      <div className={classes.problems} role="alert">
        <p className={classes.problemsTitle}>
          <WarningIcon /> The code could not be made: {failure}
        </p>
      </div>
    );
  if (problems.length === 0) return null;
  const show = (at: string): void => {
    app.select([at]);
    const connection = findConnection(design, at);
    app.focus({ kind: 'ids', ids: connection ? [connection.from, connection.to] : [at] });
  };
  return (
    <div className={classes.problems} role="status">
      <p className={classes.problemsTitle}>
        <WarningIcon /> {title} cannot be written yet
        {hasCode ? '; below is what it was before.' : '.'}
      </p>
      <ul className={classes.problemList}>
        {problems.map(({ message, at }) => (
          <li key={`${at} ${message}`}>
            {message}
            {at !== '' && (
              <button type="button" className={classes.link} onClick={() => show(at)}>
                Show it
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
