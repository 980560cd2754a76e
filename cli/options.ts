/*
 * The options that commands declare. Parser, help and the types of what a command gets all follow from them.
 */

interface OptionBase {
  readonly help: string;
}

/** Given or not. */
export interface FlagOption extends OptionBase {
  readonly type: 'flag';
}

/** One of several words. */
export interface ChoiceOption<Value extends string = string> extends OptionBase {
  readonly type: 'choice';
  readonly values: readonly Value[];
  readonly default: Value | undefined;
  readonly required: boolean;
}

/** Any text. */
export interface TextOption extends OptionBase {
  readonly type: 'text';
  /** What stands for the value in the help, such as `path`. */
  readonly placeholder: string;
}

export type Option = FlagOption | ChoiceOption | TextOption;
export type OptionTable = Readonly<Record<string, Option>>;

/** What a command gets for its options. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends FlagOption
    ? boolean
    : Table[Name] extends ChoiceOption<infer Value> & { readonly default: infer Default }
      ? Default extends undefined
        ? Table[Name] extends { readonly required: true }
          ? Value
          : Value | undefined
        : Value
      : string | undefined;
};

export const flag = (help: string): FlagOption => ({ type: 'flag', help });

/** One of several words, with the one that is meant when none is said. */
export const oneOf = <const Value extends string, const Default extends Value>(
  values: readonly Value[],
  standard: Default,
  help: string,
): ChoiceOption<Value> & { readonly default: Default; readonly required: false } => ({
  type: 'choice',
  values,
  default: standard,
  required: false,
  help,
});

/** One of several words, or none. */
export const maybeOneOf = <const Value extends string>(
  values: readonly Value[],
  help: string,
): ChoiceOption<Value> & { readonly default: undefined; readonly required: false } => ({
  type: 'choice',
  values,
  default: undefined,
  required: false,
  help,
});

/** One of several words that has to be said. */
export const requiredOneOf = <const Value extends string>(
  values: readonly Value[],
  help: string,
): ChoiceOption<Value> & { readonly default: undefined; readonly required: true } => ({
  type: 'choice',
  values,
  default: undefined,
  required: true,
  help,
});

export const textOption = (placeholder: string, help: string): TextOption => ({
  type: 'text',
  placeholder,
  help,
});
