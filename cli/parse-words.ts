import { quote } from '../shared/lib/problem.ts';
import { fail, ok, type Result } from '../shared/lib/result.ts';
import type { Command, Given } from './command.ts';
import type { Option, OptionTable } from './options.ts';
import { hintOf } from './unknown.ts';

type Values = Record<string, string | boolean | undefined>;

/** Reads what was typed after a command's name; or says in one sentence what is wrong with it. */
export const parseWords = (
  command: Command,
  typed: readonly string[],
): Result<Given<OptionTable>, string> => {
  const values: Values = {};
  const words: string[] = [];
  let onlyWords = false;
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? '';
    if (onlyWords || word === '-' || !word.startsWith('-')) {
      words.push(word);
      continue;
    }
    if (word === '--') {
      onlyWords = true;
      continue;
    }
    const equals = word.indexOf('=');
    const written = equals === -1 ? word : word.slice(0, equals);
    const name = written.replace(/^--/, '');
    const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    if (!option || !written.startsWith('--')) return fail(unknownOption(command, written));
    if (Object.hasOwn(values, name)) return fail(`--${name} is given twice.`);
    const attached = equals === -1 ? undefined : word.slice(equals + 1);
    if (option.type === 'flag') {
      if (attached !== undefined) return fail(`--${name} takes no value.`);
      values[name] = true;
      continue;
    }
    const following = typed[at + 1];
    const isFollowed = following !== undefined && (following === '-' || !following.startsWith('-'));
    if (attached === undefined && isFollowed) at += 1;
    const value = attached ?? (isFollowed ? following : undefined);
    if (value === undefined || value === '') return fail(missingValue(name, option));
    if (option.type === 'choice' && !option.values.includes(value))
      return fail(wrongChoice(name, option.values, value));
    values[name] = value;
  }
  for (const [name, option] of Object.entries(command.options)) {
    if (Object.hasOwn(values, name)) continue;
    if (option.type === 'choice' && option.required) return fail(missingValue(name, option));
    values[name] =
      option.type === 'flag' ? false : option.type === 'choice' ? option.default : undefined;
  }
  const { min, max } = command.words;
  if (words.length < min) return fail(`isobar ${command.name} needs ${command.takes}.`);
  if (words.length > max) {
    const extra = quote(words[max] ?? '');
    return fail(
      max === 0
        ? `isobar ${command.name} takes options only, not ${extra}.`
        : `isobar ${command.name} takes ${command.takes}: ${extra} is one too many.`,
    );
  }
  // The types of the values follow from the command's own table, which was just read.
  return ok({ options: values as Given<OptionTable>['options'], words });
};

const unknownOption = (command: Command, written: string): string => {
  const names = Object.keys(command.options).map((name) => `--${name}`);
  const hint = hintOf(written, names, names.length === 0 ? '' : `It has ${names.join(', ')}.`);
  return `isobar ${command.name} has no option ${quote(written)}. ${hint}`.trimEnd();
};

const missingValue = (name: string, option: Option): string =>
  option.type === 'choice'
    ? `--${name} needs one of ${option.values.join(', ')}.`
    : `--${name} needs a value.`;

const wrongChoice = (name: string, values: readonly string[], value: string): string => {
  return `--${name} is one of ${values.join(', ')}, not ${quote(value)}. ${hintOf(value, values, '')}`.trimEnd();
};
