import type { ExitCode, Io } from './io.ts';
import type { OptionTable, OptionValues } from './options.ts';

/** What a command is given. */
export interface Given<Table extends OptionTable> {
  readonly options: OptionValues<Table>;
  /** What is no option, in order: as many as the command takes. */
  readonly words: readonly string[];
}

interface CommandDefinition<Table extends OptionTable> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What it takes besides options, as the help shows it: `<design>…`. */
  readonly takes: string;
  /** How many words it takes. */
  readonly words: { readonly min: number; readonly max: number };
  /** What its words are, for shells that complete them: files, names of some sort, or just these. */
  readonly completes?: 'designs' | 'templates' | 'subjects' | readonly string[];
  /** When it ends with 1; absent where it never does. */
  readonly findings?: string;
  /** More for its own help, in lines of at most 80 characters. */
  readonly details?: readonly string[];
  readonly options: Table;
  readonly examples: readonly string[];
  run(given: Given<Table>, io: Io): ExitCode;
}

/** A command with its options' types forgotten. */
export type Command = CommandDefinition<OptionTable>;

/** Defines a command. One file each in `commands/`, one line in `commands/index.ts`. */
export const defineCommand = <const Table extends OptionTable>(
  definition: CommandDefinition<Table>,
): Command => definition as unknown as Command;
