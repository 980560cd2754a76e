import type { Choices, CompletedCommand } from './model.ts';

/** Text within single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** Text within a description of `_arguments`, in which brackets and colons mean something. */
const told = (text: string): string => text.replaceAll(/[[\]:\\]/g, (mark) => `\\${mark}`);

const actionOf = (choices: Choices): string => {
  switch (choices.kind) {
    case 'words':
      return `(${choices.words.map((word) => word.replaceAll(':', '\\:')).join(' ')})`;
    case 'designs':
      return '_files -g "*.json(-.)"';
    case 'files':
      return '_files';
    case 'none':
      return ' ';
  }
};

/** For zsh with compinit. */
export const zshScript = (commands: readonly CompletedCommand[]): string => `#compdef isobar
# Completion of isobar for zsh. After compinit in ~/.zshrc:
#   source <(isobar completions zsh)
_isobar() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`).join('\n')}
    'help:explains a command'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands
  .map(
    ({ name, options, words }) => `    ${name})
      _arguments \\
${options
  .map(({ name: option, help, value }) =>
    value === undefined
      ? `        ${quoted(`--${option}[${told(help)}]`)} \\`
      : `        ${quoted(`--${option}=[${told(help)}]:${option}:${actionOf(value)}`)} \\`,
  )
  .join('\n')}
        ${quoted(`*:word:${actionOf(words)}`)} ;;`,
  )
  .join('\n')}
    help) _describe command commands ;;
  esac
}
compdef _isobar isobar
`;
