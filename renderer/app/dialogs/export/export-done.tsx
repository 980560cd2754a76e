import { Button } from '@mantine/core';
import { counted } from '../../../../shared/rules/text.ts';
import { copyText } from '../../../commands/exporting.ts';
import { useApp } from '../../../store/hooks.ts';
import { CheckIcon } from '../../../ui/glyphs.tsx';
import classes from './export-dialog.module.css';

/** What was written, and what to do with it. */
export const ExportDone = ({
  where,
  count,
  commands,
  onBack,
}: {
  readonly where: string;
  readonly count: number;
  readonly commands: readonly string[];
  readonly onBack: () => void;
}) => {
  const app = useApp();
  return (
    <section className={classes.main} aria-label="Exported">
      <div className={classes.content}>
        <div className={classes.done} role="status">
          <span className={classes.doneSign}>
            <CheckIcon />
          </span>
          <div>
            <p className={classes.doneTitle}>Exported {counted(count, 'file')}</p>
            <p className={classes.donePlace}>{where}</p>
          </div>
        </div>
        {commands.length > 0 && (
          <>
            <p className={classes.next}>
              To deploy, go to that folder in a terminal and run{' '}
              {commands.length > 1 ? 'these, in this order' : 'this'}. The README says more.
            </p>
            {commands.map((command) => (
              <div key={command} className={classes.command}>
                <pre>{command}</pre>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => void copyText(app, 'the commands', command)}
                >
                  Copy
                </Button>
              </div>
            ))}
          </>
        )}
      </div>
      <footer className={classes.footer}>
        <span className={classes.summary} />
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button data-autofocus onClick={() => app.openDialog(undefined)}>
          Done
        </Button>
      </footer>
    </section>
  );
};
