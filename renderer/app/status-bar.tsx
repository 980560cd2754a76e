import { isDirty } from '../store/document.ts';
import { useAppState, useDesign, useFindings } from '../store/hooks.ts';
import classes from './status-bar.module.css';

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;

/** Where the design is kept, how large it is, how long checking took. */
export const StatusBar = () => {
  const { nodes, connections } = useDesign();
  const { ready, milliseconds } = useFindings();
  const place = useAppState(({ document }) =>
    document === undefined
      ? ''
      : document.readOnly !== undefined
        ? 'Read-only'
        : document.file === undefined
          ? 'Not in a file yet'
          : isDirty(document)
            ? `${document.file.name}, changed`
            : `${document.file.name}, saved`,
  );
  return (
    <footer className={classes.bar}>
      <span>{place}</span>
      <span>
        {count(nodes.length, 'node')}, {count(connections.length, 'connection')}
      </span>
      <span className={classes.grow} />
      {ready && <span>Checked in {milliseconds < 1 ? '< 1' : Math.round(milliseconds)} ms</span>}
    </footer>
  );
};
