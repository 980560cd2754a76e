import { commandOf } from '../commands/index.ts';
import { runCommand } from '../commands/run.ts';
import { isDirty } from '../store/document.ts';
import { useApp, useAppState, useDesign, useFindings, useView } from '../store/hooks.ts';
import classes from './status-bar.module.css';
import { placeInWords } from './status-words.ts';

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;

/** Where the design is kept and since when, how large it is, how long checking took, how large it is drawn. */
export const StatusBar = () => {
  const app = useApp();
  const { nodes, connections } = useDesign();
  const { ready, milliseconds } = useFindings();
  const zoom = useView('zoom');
  const place = useAppState(({ document }) =>
    document === undefined
      ? ''
      : placeInWords({
          file: document.file?.name,
          isDirty: isDirty(document),
          savedAt: document.savedAt,
          isReadOnly: document.readOnly !== undefined,
        }),
  );
  const actualSize = commandOf('view.zoom-actual');
  return (
    <footer className={classes.bar}>
      <span className={classes.place}>{place}</span>
      <span>
        {count(nodes.length, 'node')} {count(connections.length, 'connection')}
      </span>
      <span className={classes.grow} />
      {ready && <span>validated in {milliseconds < 1 ? '< 1' : Math.round(milliseconds)} ms</span>}
      {zoom !== undefined && (
        <button
          type="button"
          className={classes.zoom}
          aria-label={`Zoom ${Math.round(zoom * 100)} percent: show actual size`}
          onClick={() => actualSize && runCommand(app, actualSize)}
        >
          {Math.round(zoom * 100)} %
        </button>
      )}
    </footer>
  );
};
