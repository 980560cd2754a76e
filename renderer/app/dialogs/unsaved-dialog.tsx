import { Button } from '@mantine/core';
import { save } from '../../commands/saving.ts';
import { useApp, useDesign } from '../../store/hooks.ts';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './dialogs.module.css';

/** Asked before unsaved work would be lost; goes on with what was asked for unless the person cancels. */
export const UnsavedDialog = ({
  proceed,
  stay,
}: {
  readonly proceed: () => void;
  readonly stay?: () => void;
}) => {
  const app = useApp();
  const { name } = useDesign();
  const cancel = (): void => {
    app.openDialog(undefined);
    stay?.();
  };
  const goOn = (): void => {
    app.openDialog(undefined);
    proceed();
  };
  const saveFirst = async (): Promise<void> => {
    app.openDialog(undefined);
    // A save that failed has said why; then nothing goes on, or the work would be lost after all.
    if (await save(app)) proceed();
    else stay?.();
  };
  return (
    <DialogFrame
      title="Save your changes?"
      onClose={cancel}
      buttons={
        <>
          <Button className={classes.push ?? ''} variant="default" onClick={goOn}>
            Don’t save
          </Button>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
          <Button data-autofocus onClick={saveFirst}>
            Save
          </Button>
        </>
      }
    >
      <p>
        “{name}” has changes that are in no file yet. They are lost if you go on without saving.
      </p>
    </DialogFrame>
  );
};
