import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { SearchIcon } from './glyphs.tsx';

interface Props extends Pick<TextInputProps, 'className' | 'onKeyDown'> {
  /** What is searched, as a command: "Search templates". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** A field to type into what one looks for, and a cross that clears it. */
export const SearchField = ({ label, value, onChange, ...rest }: Props) => (
  <TextInput
    size="xs"
    leftSection={<SearchIcon />}
    rightSection={
      value !== '' && <CloseButton size="xs" aria-label="Clear" onClick={() => onChange('')} />
    }
    placeholder={label}
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    {...rest}
  />
);
