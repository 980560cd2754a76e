import { connections } from '../../shared/catalog/connections/index.ts';
import { services } from '../../shared/catalog/services/index.ts';
import { rules } from '../../shared/rules/index.ts';
import type { Command } from '../command.ts';
import type { Option } from '../options.ts';

/*
 * What may come next on a command line, for any shell: worked out from the one definition of the commands.
 */

/** What a word may be: one of some words, a file, or anything. */
export type Choices =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'designs' }
  | { readonly kind: 'files' }
  | { readonly kind: 'none' };

export interface CompletedOption {
  /** Without `--`. */
  readonly name: string;
  readonly help: string;
  /** Undefined for one that takes no value. */
  readonly value: Choices | undefined;
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  readonly words: Choices;
}

const words = (list: readonly string[]): Choices => ({ kind: 'words', words: [...list].sort() });
const kinds = services.map(({ kind }) => kind);
const ruleIds = rules.map(({ meta }) => meta.id);

const choicesOf = (option: Option): Choices | undefined => {
  switch (option.type) {
    case 'flag':
      return undefined;
    case 'choice':
      return { kind: 'words', words: option.values };
    case 'text':
      switch (option.placeholder) {
        case 'path':
          return { kind: 'files' };
        case 'kind':
          return words(kinds);
        case 'id':
          return words(ruleIds);
        default:
          return { kind: 'none' };
      }
  }
};

const wordsOf = ({ completes }: Command, templates: readonly string[]): Choices => {
  switch (completes) {
    case 'designs':
      return { kind: 'designs' };
    case 'templates':
      return words(templates);
    case 'subjects':
      return words([...kinds, ...ruleIds, ...connections.map(({ id }) => id)]);
    case undefined:
      return { kind: 'none' };
    default:
      return { kind: 'words', words: completes };
  }
};

/** All commands as a shell completes them. */
export const completedCommands = (
  commands: readonly Command[],
  templates: readonly string[],
): readonly CompletedCommand[] =>
  commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    options: [
      ...Object.entries(command.options).map(([name, option]) => ({
        name,
        help: option.help,
        value: choicesOf(option),
      })),
      { name: 'help', help: 'this command, explained', value: undefined },
    ],
    words: wordsOf(command, templates),
  }));
