import { useState } from 'react';
import type { OutputFile, OutputStatus } from '../../../../shared/host/host-api.ts';
import { languageOf } from '../../../exports/languages.ts';
import { CodeView, type LineRange } from '../../../ui/monaco/code-view.tsx';
import { DiffView } from '../../../ui/monaco/diff-view.tsx';
import classes from './export-dialog.module.css';

const noLines: readonly LineRange[] = [];
const words = { new: 'new', changed: 'changed', same: 'same' } as const;

/** The files that will be written, each with what that would change. */
export const OutputList = ({
  files,
  statuses,
}: {
  readonly files: readonly OutputFile[];
  /** Undefined before a folder is chosen, and while it is looked at. */
  readonly statuses: readonly OutputStatus[] | undefined;
}) => {
  const [path, setPath] = useState<string>();
  const byPath = new Map(statuses?.map((status) => [status.path, status]));
  const shown = files.find((file) => file.path === path);
  const status = path === undefined ? undefined : byPath.get(path);
  return (
    <div className={classes.output}>
      <ul className={classes.files} aria-label="Files">
        {files.map((file) => {
          const cut = file.path.lastIndexOf('/') + 1;
          const state = byPath.get(file.path)?.status;
          return (
            <li key={file.path}>
              <button
                type="button"
                className={classes.file}
                aria-pressed={file.path === path}
                title={file.path}
                onClick={() => setPath(file.path)}
              >
                <span className={classes.path}>
                  <span className={classes.folder}>{file.path.slice(0, cut)}</span>
                  {file.path.slice(cut)}
                </span>
                {state && (
                  <span className={classes.status} data-status={state}>
                    {words[state]}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <div className={classes.diff}>
        {!shown ? (
          <p className={classes.hint}>
            {statuses?.some((item) => item.status === 'changed')
              ? 'Choose a file to see what would change in it.'
              : 'Choose a file to see what it holds.'}
          </p>
        ) : status?.status === 'changed' ? (
          <DiffView
            key={shown.path}
            before={status.before ?? ''}
            after={shown.text}
            language={languageOf(shown.path)}
            label={shown.path}
          />
        ) : (
          <CodeView
            file={shown.path}
            text={shown.text}
            language={languageOf(shown.path)}
            label={shown.path}
            highlights={noLines}
            reveal={undefined}
            wrap={false}
          />
        )}
      </div>
    </div>
  );
};
