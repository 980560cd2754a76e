import type { Command } from './command.ts';
import type { Option } from './options.ts';
import { columns, type Style } from './style.ts';

/** What `isobar --help` says. */
export const generalHelp = (commands: readonly Command[], style: Style): string =>
  [
    `${style.bold('isobar')} - design AWS serverless systems, validate them, export them as SAM or CDK`,
    '',
    `${style.bold('Usage')}  isobar <command> …`,
    '',
    ...columns(
      commands.map(({ name, summary }) => [style.bold(name), summary]),
      '  ',
    ),
    '',
    '  --help after a command tells more; --version tells the version.',
    '',
    'A design is a *.isobar.json file; - reads it from standard input. Results go to stdout,',
    'messages to stderr. Ends with 0 when all is fine, 1 for findings, 2 for wrong use or',
    'input that cannot be read.',
    '',
  ].join('\n');

/** What `isobar <command> --help` says. */
export const commandHelp = (command: Command, style: Style): string => {
  const { name, summary, takes, words, details = [], options, findings, examples } = command;
  const optionRows = Object.entries(options).map(([option, definition]) => [
    `--${option}${valueText(definition)}`,
    definition.help + standardOf(definition),
  ]);
  const required = Object.entries(options)
    .filter(([, option]) => option.type === 'choice' && option.required)
    .map(([option, definition]) => ` --${option}${valueText(definition)}`);
  return [
    `${style.bold(`isobar ${name}`)} - ${summary}`,
    '',
    style.bold('Usage'),
    `  isobar ${name}${words.max === 0 ? '' : ` ${takes}`}${required.join('')}${optionRows.length > required.length ? ' [options]' : ''}`,
    ...(details.length === 0
      ? []
      : ['', style.bold('What it does'), ...details.map((line) => `  ${line}`)]),
    '',
    style.bold('Options'),
    ...columns([...optionRows, ['--help', 'this text']], '  '),
    '',
    style.bold('Exit codes'),
    '  0  all is fine',
    ...(findings === undefined ? [] : [`  1  ${findings}`]),
    '  2  wrong use, or something that cannot be read or written',
    '',
    style.bold('Examples'),
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
};

const valueText = (option: Option): string => {
  switch (option.type) {
    case 'flag':
      return '';
    case 'choice':
      return ` ${option.values.join('|')}`;
    case 'text':
      return ` <${option.placeholder}>`;
  }
};

const standardOf = (option: Option): string =>
  option.type !== 'choice'
    ? ''
    : option.required
      ? ' (required)'
      : option.default === undefined
        ? ''
        : ` (${option.default} unless said)`;
