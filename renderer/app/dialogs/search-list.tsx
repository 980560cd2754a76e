import { Kbd } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { SearchIcon } from '../../ui/glyphs.tsx';
import classes from './search-list.module.css';

/** One thing that can be chosen. */
export interface SearchItem {
  readonly id: string;
  readonly title: string;
  /** What more there is to say, in a quieter voice. */
  readonly line?: string;
  /** The address of a picture, or a sign. */
  readonly icon?: string | ReactNode;
  readonly keys?: string | undefined;
}

export interface SearchGroup<T extends SearchItem> {
  readonly title: string;
  readonly items: readonly T[];
}

/**
 * A field and a list below it: letters filter, arrows walk, Enter chooses. The keyboard stays in the field; a screen
 * reader is told which item is meant.
 */
export const SearchList = <T extends SearchItem>({
  label,
  placeholder,
  typed,
  onType,
  groups,
  chosen,
  onMove,
  onChoose,
  empty,
  extra,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly groups: readonly SearchGroup<T>[];
  /** The place of the item that Enter chooses, among all of them. */
  readonly chosen: number;
  readonly onMove: (chosen: number) => void;
  readonly onChoose: (item: T, backwards: boolean) => void;
  /** Shown when nothing is found. */
  readonly empty: ReactNode;
  /** Beside the field. */
  readonly extra?: ReactNode;
}) => {
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const current = items[Math.min(chosen, items.length - 1)];
  const list = useRef<HTMLDivElement>(null);
  const optionId = (item: T): string => `${id}-${item.id}`;
  const currentId = current && optionId(current);
  useEffect(() => {
    if (currentId !== undefined)
      document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = items.length - 1;
    const page = 8;
    const to = {
      ArrowDown: chosen >= last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + page),
      PageUp: Math.max(0, chosen - page),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      onMove(Math.max(0, to));
    } else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onChoose(current, event.shiftKey);
    }
  };
  return (
    <div className={classes.search}>
      <div className={classes.field}>
        <SearchIcon />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type into it.
          autoFocus
          data-autofocus
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={currentId}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {extra}
      </div>
      <div ref={list} id={`${id}-list`} className={classes.list} role="listbox" aria-label={label}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a list box are grouped like this.
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={classes.heading} aria-hidden="true">
              {group.title}
            </div>
            {group.items.map((item) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the field above.
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
              <div
                key={item.id}
                id={optionId(item)}
                role="option"
                aria-selected={item === current}
                className={classes.item}
                onPointerMove={() => {
                  const at = items.indexOf(item);
                  if (at !== chosen) onMove(at);
                }}
                onClick={(event) => onChoose(item, event.shiftKey)}
              >
                <span className={classes.icon}>
                  {typeof item.icon === 'string' ? <img src={item.icon} alt="" /> : item.icon}
                </span>
                <span className={classes.words}>
                  <span className={classes.title}>{item.title}</span>
                  {item.line !== undefined && <span className={classes.line}>{item.line}</span>}
                </span>
                {item.keys !== undefined && <Kbd size="sm">{item.keys}</Kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={classes.empty}>{empty}</p>}
    </div>
  );
};
