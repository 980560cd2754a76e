import { Button } from '@mantine/core';
import { counted } from '../../../../shared/rules/text.ts';
import { copyText } from '../../../commands/exporting.ts';
import { useApp } from '../../../store/hooks.ts';
import { CheckIcon } from '../../../ui/glyphs.tsx';
import type { OpenValue } from './export-choices.ts';
import classes from './export-dialog.module.css';

/** What was written, and what to do with it. */
export const ExportDone = ({
  where,
  count,
  commands,
  open,
  isArchive,
  onBack,
}: {
  readonly where: string;
  readonly count: number;
  readonly commands: readonly string[];
  readonly open: readonly OpenValue[];
  readonly isArchive: boolean;
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
        {open.length > 0 && (
          <div className={classes.open}>
            <p>The design leaves these values open. Put in yours first; the README says where.</p>
            <ul>
              {open.map(({ name, meaning }) => (
                <li key={name}>
                  <code>{name}</code> {meaning}
                </li>
              ))}
            </ul>
          </div>
        )}
        {commands.length > 0 && (
          <>
            <p className={classes.next}>
              To deploy, {isArchive ? 'unpack the archive, ' : ''}go to that folder in a terminal
              and run {commands.length > 1 ? 'these, in this order' : 'this'}.
            </p>
            {commands.map((command, index) => (
              <div key={command} className={classes.command}>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and only what has the focus scrolls by keys. */}
                <section tabIndex={0} aria-label={`Commands ${index + 1}`}>
                  <pre>{command}</pre>
                </section>
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
