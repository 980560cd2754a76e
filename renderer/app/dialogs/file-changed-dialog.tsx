import { Button } from '@mantine/core';
import { keepMine, reload, saveAs } from '../../commands/saving.ts';
import { useApp, useAppState } from '../../store/hooks.ts';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './dialogs.module.css';

/** The file was written by somebody else while there is unsaved work here: whose is kept? */
export const FileChangedDialog = () => {
  const app = useApp();
  const name = useAppState(({ document }) => document?.file?.name ?? 'The file');
  const then = (run: () => Promise<unknown>) => async (): Promise<void> => {
    app.openDialog(undefined);
    await run();
  };
  return (
    <DialogFrame
      title="The file changed on disk"
      size="lg"
      buttons={
        <>
          <Button
            className={classes.push ?? ''}
            variant="default"
            onClick={then(() => saveAs(app))}
          >
            Save mine as…
          </Button>
          <Button variant="default" onClick={then(() => reload(app))}>
            Load theirs
          </Button>
          <Button data-autofocus onClick={then(() => keepMine(app))}>
            Keep mine
          </Button>
        </>
      }
    >
      <p>
        Another program wrote <strong>{name}</strong> after you opened it, and your own changes are
        not saved yet.
      </p>
      <p className={classes.muted}>
        Keep mine overwrites the file. Load theirs shows the file as it is now; Undo brings yours
        back. Save mine as writes yours to another file and keeps both.
      </p>
    </DialogFrame>
  );
};
