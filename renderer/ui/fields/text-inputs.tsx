import type { KeyboardEvent } from 'react';
import type { ControlIds } from './field.tsx';
import classes from './fields.module.css';
import { readNumber, stepOf, stepped } from './quantity.ts';
import { DownSign, UpSign } from './signs.tsx';

export interface TextProps {
  readonly ids: ControlIds;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string | undefined;
  readonly isLocked?: boolean;
  /** For a control without a label of its own. */
  readonly label?: string | undefined;
}

const marks = (ids: ControlIds, isLocked: boolean) => ({
  'data-wrong': ids.isWrong ? true : undefined,
  'data-locked': isLocked ? true : undefined,
});

/** One line of text. Takes whatever is typed; whoever uses it says what is wrong. */
export const TextLine = ({
  ids,
  text,
  onText,
  placeholder,
  isLocked = false,
  label,
  suggestions,
}: TextProps & { readonly suggestions?: readonly string[] | undefined }) => (
  <div className={classes.box} {...marks(ids, isLocked)}>
    <input
      id={ids.id}
      className={classes.input}
      type="text"
      value={text}
      placeholder={placeholder}
      readOnly={isLocked}
      aria-label={label}
      aria-describedby={ids.describedBy}
      aria-invalid={ids.isWrong}
      autoComplete="off"
      spellCheck={false}
      list={suggestions === undefined ? undefined : `${ids.id}-list`}
      onChange={(event) => onText(event.currentTarget.value)}
    />
    {suggestions !== undefined && (
      <datalist id={`${ids.id}-list`}>
        {suggestions.map((item) => (
          <option key={item} value={item} />
        ))}
      </datalist>
    )}
  </div>
);

/** Several lines of text; grows with what it holds. */
export const TextArea = ({
  ids,
  text,
  onText,
  placeholder,
  isLocked = false,
  label,
  isCode = false,
}: TextProps & { readonly isCode?: boolean }) => (
  <div className={classes.box} {...marks(ids, isLocked)}>
    <textarea
      id={ids.id}
      className={`${classes.input} ${classes.area} ${isCode ? classes.code : ''}`}
      value={text}
      placeholder={placeholder}
      readOnly={isLocked}
      aria-label={label}
      aria-describedby={ids.describedBy}
      aria-invalid={ids.isWrong}
      spellCheck={!isCode}
      rows={3}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  </div>
);

export interface NumberProps extends TextProps {
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Where the arrows start while nothing is entered. */
  readonly from?: number | undefined;
}

/** A number with its unit and arrows. Whatever is typed stays; `15 min` is understood in a field of seconds. */
export const NumberLine = ({
  ids,
  text,
  onText,
  placeholder,
  isLocked = false,
  label,
  unit,
  min,
  max,
  from,
}: NumberProps) => {
  const reading = readNumber(text, { unit });
  const now = reading.kind === 'number' ? reading.value : undefined;
  const go = (direction: 1 | -1, times = 1): void => {
    if (isLocked || reading.kind === 'wrong') return;
    const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    const step = stepOf(unit, max) * times;
    onText(String(stepped(now ?? from ?? min ?? 0, direction, { step, ...bounds })));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(direction, event.shiftKey ? 10 : 1);
  };
  return (
    <div className={classes.box} {...marks(ids, isLocked)}>
      <input
        id={ids.id}
        className={`${classes.input} ${classes.number}`}
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-valuenow={now}
        aria-valuetext={now === undefined ? undefined : `${text} ${unit ?? ''}`.trim()}
        aria-valuemin={min}
        aria-valuemax={max}
        value={text}
        placeholder={placeholder}
        readOnly={isLocked}
        aria-label={label}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.isWrong}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {unit !== undefined && text !== '' && /\d\s*$/.test(text) && (
        <span className={classes.unit}>{unit}</span>
      )}
      {!isLocked && (
        // The arrow keys do the same, so these are for the pointer only.
        <span className={classes.steps} aria-hidden="true">
          <button type="button" className={classes.step} tabIndex={-1} onClick={() => go(1)}>
            <UpSign />
          </button>
          <button type="button" className={classes.step} tabIndex={-1} onClick={() => go(-1)}>
            <DownSign />
          </button>
        </span>
      )}
    </div>
  );
};
