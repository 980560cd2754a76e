import { Button } from '@mantine/core';
import { saveAs } from '../commands/saving.ts';
import { useApp, useAppState } from '../store/hooks.ts';
import { LockIcon } from '../ui/glyphs.tsx';
import classes from './read-only-bar.module.css';

/** Says above the canvas that the design, or only its file, cannot be changed, and what to do. */
export const ReadOnlyBar = () => {
  const app = useApp();
  const reason = useAppState(({ document }) => document?.readOnly);
  const locked = useAppState(({ document }) =>
    document && !document.canWrite ? document.file?.name : undefined,
  );
  if (reason !== undefined)
    return (
      <section className={classes.bar} aria-label="Read-only">
        <LockIcon />
        <span>{reason}</span>
      </section>
    );
  if (locked === undefined) return null;
  return (
    <section className={classes.bar} aria-label="Read-only file">
      <LockIcon />
      <span>{locked} may not be written here. Save your changes under another name.</span>
      <Button size="compact-sm" variant="default" onClick={() => saveAs(app)}>
        Save as…
      </Button>
    </section>
  );
};
