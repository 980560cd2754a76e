import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { ExportedFile, SourceRange } from '../../../shared/exporters/exported.ts';
import classes from './code-panel.module.css';

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The files of an export; a dot marks those with lines of what is chosen. */
export const FileList = ({
  files,
  places,
  shown,
  onShow,
}: {
  readonly files: readonly ExportedFile[];
  readonly places: readonly SourceRange[];
  readonly shown: string | undefined;
  readonly onShow: (path: string) => void;
}) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const marked = new Set(places.map(({ path }) => path));
  const at = files.findIndex(({ path }) => path === shown);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const next = step && files[step(at, files.length)];
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onShow(next.path);
  };
  return (
    <div
      ref={list}
      className={classes.files}
      role="listbox"
      aria-label="Files"
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {files.map(({ path }, index) => {
        const cut = path.lastIndexOf('/') + 1;
        return (
          // The list has the keyboard; its options are for the pointer.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          <div
            key={path}
            id={`${id}-${index}`}
            className={classes.file}
            role="option"
            tabIndex={-1}
            aria-selected={path === shown}
            title={path}
            onClick={() => onShow(path)}
          >
            <span className={classes.folder}>{path.slice(0, cut)}</span>
            <span className={classes.fileName}>{path.slice(cut)}</span>
            {marked.has(path) && (
              <span className={classes.dot} role="img" aria-label="has chosen lines" />
            )}
          </div>
        );
      })}
    </div>
  );
};
