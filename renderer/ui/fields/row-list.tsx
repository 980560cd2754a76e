import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from './field.tsx';
import classes from './fields.module.css';
import type { Row } from './rows.ts';
import { AddSign, DownSign, RemoveSign, UpSign } from './signs.tsx';

/** Rows that can be added, removed and moved; what a row holds is drawn by whoever uses it. */
export const RowList = <T,>({
  rows,
  noun,
  label,
  empty,
  isLocked = false,
  isCards = false,
  onAdd,
  onRemove,
  onMove,
  children,
}: {
  readonly rows: readonly Row<T>[];
  /** What one of them is called, for the buttons: `Add entry`. */
  readonly noun: string;
  readonly label: string;
  /** What stands there while there is no row. */
  readonly empty?: string | undefined;
  readonly isLocked?: boolean;
  /** Rows of several fields stand in boxes. */
  readonly isCards?: boolean;
  readonly onAdd: () => void;
  readonly onRemove: (key: number) => void;
  readonly onMove?: (key: number, by: 1 | -1) => void;
  readonly children: (row: Row<T>, index: number) => ReactNode;
}) => {
  const list = useRef<HTMLUListElement>(null);
  const added = useRef(false);
  // Whoever adds a row wants to fill it.
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current
      ?.querySelector<HTMLElement>(':scope > li:last-child input, :scope > li:last-child textarea')
      ?.focus();
  });
  return (
    <div>
      {rows.length === 0 && empty !== undefined && <p className={classes.none}>{empty}</p>}
      {rows.length > 0 && (
        <ul className={classes.rows} aria-label={label} ref={list}>
          {rows.map((row, index) => (
            <li key={row.key} className={classes.row}>
              <div className={classes.rowContent} data-card={isCards ? true : undefined}>
                {children(row, index)}
              </div>
              {!isLocked && (
                <span className={classes.tools}>
                  {onMove && rows.length > 1 && (
                    <IconButton
                      name={`Move ${noun} ${index + 1} ${index === 0 ? 'down' : 'up'}`}
                      onClick={() => onMove(row.key, index === 0 ? 1 : -1)}
                    >
                      {index === 0 ? <DownSign /> : <UpSign />}
                    </IconButton>
                  )}
                  <IconButton
                    name={`Remove ${noun} ${index + 1}`}
                    onClick={() => onRemove(row.key)}
                  >
                    <RemoveSign />
                  </IconButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isLocked && (
        <button
          type="button"
          className={classes.add}
          onClick={() => {
            added.current = true;
            onAdd();
          }}
        >
          <AddSign />
          Add {noun}
        </button>
      )}
    </div>
  );
};
