import { Button } from '@mantine/core';
import { copyText, nameFor, saveOne } from '../../../commands/exporting.ts';
import { useApp } from '../../../store/hooks.ts';
import type { ChoiceInfo } from './export-choices.ts';
import classes from './export-dialog.module.css';
import { useMade } from './use-made.ts';

/** A flowchart or a report: shown, copied or saved. */
export const TextExport = ({ choice }: { readonly choice: ChoiceInfo }) => {
  const app = useApp();
  const { made, failure } = useMade(choice.format);
  const name = nameFor(app, choice.format);
  const text = made?.files[0]?.text;
  const save = async (): Promise<void> => {
    if (text !== undefined && (await saveOne(app, name, text))) app.openDialog(undefined);
  };
  return (
    <section className={classes.main} aria-label={choice.title}>
      <div className={classes.content}>
        {failure !== undefined && (
          <p className={classes.problem} role="alert">
            The export could not be made: {failure}
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and only what has the focus scrolls by keys. */}
        <section className={classes.text} tabIndex={0} aria-label={`${name}, preview`}>
          <pre>{text ?? (failure === undefined ? `Writing ${name}…` : '')}</pre>
        </section>
      </div>
      <footer className={classes.footer}>
        <span className={classes.summary}>{name}</span>
        <Button
          variant="default"
          disabled={text === undefined}
          onClick={() => text !== undefined && void copyText(app, name, text)}
        >
          Copy
        </Button>
        <Button disabled={text === undefined} onClick={() => void save()}>
          Save…
        </Button>
      </footer>
    </section>
  );
};
