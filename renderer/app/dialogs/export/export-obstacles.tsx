import { counted } from '../../../../shared/rules/text.ts';
import type { MadeExport } from '../../../exports/make-export.ts';
import { findConnection, useApp, useDesign } from '../../../store/hooks.ts';
import { ErrorIcon } from '../../../ui/glyphs.tsx';
import classes from './export-dialog.module.css';

/** What stops an export, or should: each with a way to where it can be mended. */
export const ExportObstacles = ({
  made,
  title,
}: {
  readonly made: MadeExport;
  readonly title: string;
}) => {
  const app = useApp();
  const design = useDesign();
  const { errors, problems } = made;
  const items = [
    ...errors.map(({ message, at }) => ({ message, at: at.kind === 'design' ? '' : at.id })),
    ...problems,
  ];
  if (items.length === 0) return null;
  const isStopped = made.files.length === 0;
  const show = (at: string): void => {
    const connection = findConnection(design, at);
    app.openDialog(undefined);
    app.select([at]);
    app.focus({ kind: 'ids', ids: connection ? [connection.from, connection.to] : [at] });
  };
  return (
    <div className={classes.obstacles} role="alert">
      <p className={classes.obstaclesTitle}>
        <ErrorIcon />
        {isStopped
          ? `The design cannot be written as ${title} yet`
          : `The design has ${counted(errors.length, 'error')}`}
      </p>
      <ul className={classes.obstacleList}>
        {items.map(({ message, at }) => (
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
