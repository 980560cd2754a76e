import { Tooltip } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './fields.module.css';
import { ErrorSign } from './signs.tsx';

/** What a control needs so that its label, its help and its problem belong to it. */
export interface ControlIds {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
}

export interface FieldProps {
  readonly label: string;
  /** Another name of the same thing, shown when the pointer rests on the label. */
  readonly name?: string | undefined;
  readonly isRequired?: boolean;
  /** What may be entered, in a few words beside the label. */
  readonly limits?: string | undefined;
  readonly help?: string | undefined;
  /** What is wrong with what stands in the control. */
  readonly problem?: string | undefined;
  /** Marks the field as one that somebody has set. */
  readonly isSet?: boolean;
  /** The control stands beside the label: for switches. */
  readonly isInline?: boolean;
  /** Takes the whole width however wide the form is: for code and tables. */
  readonly isWide?: boolean;
  /** A field within another one. */
  readonly isNested?: boolean;
  /** Small buttons at the end of the first line. */
  readonly tools?: ReactNode;
  /** What follows below: findings, notes. */
  readonly below?: ReactNode;
  /** For whoever wants to scroll to it. */
  readonly anchor?: string;
  /** The focus has left the field. */
  readonly onLeave?: () => void;
  readonly children: (ids: ControlIds) => ReactNode;
}

/** A control with its label, limits, help and problem, all bound together for those who listen to the page. */
export const Field = (props: FieldProps) => {
  const id = useId();
  const { label, name, limits, help, problem, isInline = false, tools, below, children } = props;
  const parts = [
    help !== undefined && `${id}-help`,
    limits !== undefined && `${id}-limits`,
    problem !== undefined && `${id}-problem`,
  ].filter((part) => part !== false);
  const control = children({
    id,
    labelId: `${id}-label`,
    describedBy: parts.length === 0 ? undefined : parts.join(' '),
    isWrong: problem !== undefined,
  });
  const text = (
    <label
      className={classes.label}
      id={`${id}-label`}
      htmlFor={id}
      data-named={name === undefined ? undefined : true}
    >
      {label}
      {props.isRequired === true && (
        <span className={classes.required} aria-hidden="true">
          {' *'}
        </span>
      )}
    </label>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left.
    <div
      className={classes.field}
      data-set={props.isSet === true ? true : undefined}
      data-nested={props.isNested === true ? true : undefined}
      data-field={props.anchor}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave?.();
      }}
    >
      <div className={classes.body} data-wide={props.isWide === true ? true : undefined}>
        <div className={classes.top}>
          {name === undefined ? (
            text
          ) : (
            <Tooltip label={name} position="top-start" multiline maw={340} withinPortal>
              {text}
            </Tooltip>
          )}
          <span className={classes.grow} />
          {limits !== undefined && (
            <span className={classes.limits} id={`${id}-limits`}>
              {limits}
            </span>
          )}
          {isInline && control}
        </div>
        <div className={classes.main}>
          {!isInline && control}
          {problem !== undefined && (
            <p className={classes.problem} id={`${id}-problem`} role="status">
              <ErrorSign />
              <span>{problem}</span>
            </p>
          )}
          {help !== undefined && (
            <p className={classes.hint} id={`${id}-help`}>
              {help}
            </p>
          )}
          {below}
        </div>
        {/* After the control, so that the keyboard comes to the value first. */}
        {tools !== undefined && tools !== false && <div className={classes.toolbar}>{tools}</div>}
      </div>
    </div>
  );
};

/** A small button with a sign only; its name is shown when the pointer rests on it. */
export const IconButton = ({
  name,
  onClick,
  disabled = false,
  children,
}: {
  readonly name: string;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) => (
  <Tooltip label={name} openDelay={400} withinPortal>
    <button
      type="button"
      className={classes.icon}
      aria-label={name}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  </Tooltip>
);
