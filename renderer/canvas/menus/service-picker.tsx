import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { matching } from '../../../shared/lib/match.ts';
import { SearchIcon } from '../../ui/glyphs.tsx';
import classes from './service-picker.module.css';

/** One thing that can be picked. */
export interface PickerCandidate {
  /** Unique in its list; given back by `onPick`. */
  readonly id: string;
  readonly title: string;
  /** The address of a picture. */
  readonly icon?: string | undefined;
  /** One line below the title: what picking it does. */
  readonly detail?: string | undefined;
  /** More words to find it by. */
  readonly words?: string | undefined;
  /** Candidates of one group stand together below its name, while nothing is typed. */
  readonly group?: string | undefined;
}

export interface ServicePickerProps<T extends PickerCandidate> {
  /** The most likely first; those of one group together. */
  readonly candidates: readonly T[];
  readonly onPick: (candidate: T) => void;
  /** Escape, Tab, or a press elsewhere. */
  readonly onClose: () => void;
  /** What is asked for, for people who do not see it: `Add a service`. */
  readonly label: string;
  readonly placeholder?: string;
  /** What to say when nothing is found; gets what was typed. */
  readonly empty?: (typed: string) => string;
}

/**
 * A list to search in and pick from, with the keyboard in its field. It does not know what the candidates are, and
 * stands where it is put (`PickerAt` puts it at a point of the window).
 */
export const ServicePicker = <T extends PickerCandidate>({
  candidates,
  onPick,
  onClose,
  label,
  placeholder = 'Search',
  empty = (typed) => `Nothing is called "${typed}".`,
}: ServicePickerProps<T>) => {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => matching(typed, candidates), [typed, candidates]);
  const current = found[Math.min(active, found.length - 1)];
  // Titles stand below one another, whatever some candidates lack.
  const hasIcons = candidates.some(({ icon }) => icon !== undefined);
  const showsGroups = typed.trim() === '';

  // Not `autoFocus`: the field has to exist in its place before, or the page scrolls to it.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const activeId = current && `${id}-${current.id}`;
  useEffect(() => {
    if (activeId !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = found.length - 1;
    const page = 6;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + page),
      PageUp: Math.max(0, active - page),
    };
    const next = moves[event.key];
    // Nothing typed here is meant for the canvas.
    event.stopPropagation();
    if (next !== undefined) setActive(Math.max(0, next));
    else if (event.key === 'Enter') {
      if (current) onPick(current);
    } else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.picker} role="dialog" aria-label={label}>
      <label className={classes.search}>
        <SearchIcon />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div ref={list} id={`${id}-list`} className={classes.list} role="listbox" aria-label={label}>
        {found.map((candidate, index) => (
          <div key={candidate.id} role="presentation">
            {showsGroups &&
              candidate.group !== undefined &&
              candidate.group !== found[index - 1]?.group && (
                <div className={classes.group} role="presentation">
                  {candidate.group}
                </div>
              )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard, for all of the list. */}
            <div
              id={`${id}-${candidate.id}`}
              className={classes.option}
              role="option"
              tabIndex={-1}
              aria-selected={candidate === current}
              onPointerMove={() => setActive(index)}
              onClick={() => onPick(candidate)}
            >
              {candidate.icon !== undefined ? (
                <img src={candidate.icon} alt="" draggable={false} />
              ) : (
                hasIcons && <span className={classes.noIcon} />
              )}
              <span className={classes.texts}>
                <span className={classes.title}>{candidate.title}</span>
                {candidate.detail !== undefined && (
                  <span className={classes.detail}>{candidate.detail}</span>
                )}
              </span>
            </div>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={classes.empty} role="status">
          {typed.trim() === '' ? 'There is nothing to choose from.' : empty(typed.trim())}
        </p>
      )}
    </div>
  );
};
