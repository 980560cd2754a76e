import { Autocomplete, Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ControlIds } from './field.tsx';

/** Something that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly ids: ControlIds;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly isLocked?: boolean;
  readonly label?: string | undefined;
}

/** More than these are searched rather than looked through. */
const fewChoices = 8;

const shared = (ids: ControlIds) => ({
  id: ids.id,
  size: 'xs' as const,
  'aria-describedby': ids.describedBy,
  'aria-invalid': ids.isWrong,
  error: ids.isWrong,
  maxDropdownHeight: 320,
});

/** One of some values. A value that is not among them is offered as well, so that it is never lost. */
export const ChoiceLine = ({
  ids,
  value,
  choices,
  onChoose,
  placeholder,
  isLocked = false,
  label,
  icon,
  isSearchable,
  isClearable = false,
}: ChoiceProps & {
  readonly icon?: ReactNode;
  readonly isSearchable?: boolean;
  readonly isClearable?: boolean;
}) => {
  const isForeign = value !== '' && !choices.some((choice) => choice.value === value);
  const data = isForeign ? [{ value, label: value }, ...choices] : [...choices];
  return (
    <Select
      {...shared(ids)}
      aria-label={label}
      data={data}
      value={value === '' ? null : value}
      placeholder={placeholder ?? 'Choose'}
      readOnly={isLocked}
      allowDeselect={false}
      clearable={isClearable && !isLocked}
      searchable={isSearchable ?? data.length > fewChoices}
      leftSection={icon}
      nothingFoundMessage="Nothing like that"
      checkIconPosition="right"
      onChange={(chosen) => onChoose(chosen ?? '')}
    />
  );
};

/** One of some values, or one's own. */
export const OpenChoiceLine = ({
  ids,
  value,
  choices,
  onChoose,
  placeholder,
  isLocked = false,
  label,
}: ChoiceProps) => (
  <Autocomplete
    {...shared(ids)}
    aria-label={label}
    data={[...choices]}
    value={value}
    placeholder={placeholder ?? 'Choose or type'}
    readOnly={isLocked}
    // What is there must not hide the others when the list opens.
    filter={({ options, search }) =>
      search === value && choices.some((choice) => choice.value === value)
        ? options
        : options.filter(
            (option) =>
              'label' in option && option.label.toLowerCase().includes(search.toLowerCase().trim()),
          )
    }
    onChange={onChoose}
  />
);

/** Yes or no. */
export const YesNo = ({
  ids,
  isOn,
  onSwitch,
  isLocked = false,
  label,
}: {
  readonly ids: ControlIds;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly isLocked?: boolean;
  readonly label?: string | undefined;
}) => (
  <Switch
    id={ids.id}
    size="sm"
    checked={isOn}
    disabled={isLocked}
    aria-label={label}
    aria-describedby={ids.describedBy}
    withThumbIndicator={false}
    onChange={(event) => onSwitch(event.currentTarget.checked)}
  />
);
