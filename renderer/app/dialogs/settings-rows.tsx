import { SegmentedControl, Switch } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './settings-dialog.module.css';

/** Settings that belong together. */
export const Part = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) => {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
};

/** A setting with its control at the right. */
export const Row = ({
  label,
  control,
}: {
  readonly label: string;
  readonly control: (labelId: string) => ReactNode;
}) => {
  const id = useId();
  return (
    <div className={classes.row}>
      <span id={id}>{label}</span>
      {control(id)}
    </div>
  );
};

/** One of a few words. */
export const Segments = <T extends string>({
  labelledBy,
  value,
  options,
  onChange,
}: {
  readonly labelledBy: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}) => (
  <SegmentedControl
    aria-labelledby={labelledBy}
    size="xs"
    value={value}
    data={(Object.entries(options) as [T, string][]).map(([option, label]) => ({
      value: option,
      label,
    }))}
    onChange={(chosen) => onChange(chosen as T)}
  />
);

/** On or off. */
export const Toggle = ({
  label,
  line,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly line?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) => (
  <Switch
    className={classes.toggle ?? ''}
    labelPosition="left"
    label={label}
    description={line}
    checked={isOn}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);
