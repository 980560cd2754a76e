import type { Choices, CompletedCommand } from './model.ts';

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const choicesOf = (choices: Choices): string => {
  switch (choices.kind) {
    case 'words':
      return ` -x -a ${quoted(choices.words.join(' '))}`;
    case 'designs':
      return ` -x -a '(__fish_complete_suffix .json)'`;
    case 'files':
      return ' -r -F';
    case 'none':
      return ' -x';
  }
};

const linesOf = ({ name, summary, options, words }: CompletedCommand): readonly string[] => {
  const within = `complete -c isobar -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  return [
    `complete -c isobar -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...options.map(
      ({ name: option, help, value }) =>
        `${within} -l ${option} -d ${quoted(help)}${value === undefined ? '' : choicesOf(value)}`,
    ),
    ...(words.kind === 'none' ? [] : [`${within}${choicesOf(words)}`]),
  ];
};

/** For fish 3 and newer. */
export const fishScript = (commands: readonly CompletedCommand[]): string =>
  [
    '# Completion of isobar for fish:',
    '#   isobar completions fish > ~/.config/fish/completions/isobar.fish',
    'complete -c isobar -f',
    "complete -c isobar -n __fish_use_subcommand -a help -d 'explains a command'",
    "complete -c isobar -n __fish_use_subcommand -l version -d 'the version'",
    ...commands.flatMap(linesOf),
    '',
  ].join('\n');
