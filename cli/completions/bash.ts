import type { Choices, CompletedCommand } from './model.ts';

/** What a word may be, as lines of the function: words by `_isobar_words`, files by bash itself. */
const lineOf = (choices: Choices): string => {
  switch (choices.kind) {
    case 'words':
      return `_isobar_words ${choices.words.join(' ')}`;
    case 'designs':
      return "_isobar_files '!*.json'";
    case 'files':
      return "_isobar_files ''";
    case 'none':
      return 'COMPREPLY=()';
  }
};

/** For bash 3.2 and newer, without bash-completion. */
export const bashScript = (commands: readonly CompletedCommand[]): string => {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ name: option, value }) =>
      value === undefined ? [] : [`    ${name}:--${option}) ${lineOf(value)}; return ;;`],
    ),
  );
  const rest = commands.map(
    ({ name, options, words }) =>
      `    ${name})
      case $current in
        -*) _isobar_words ${options.map(({ name: option }) => `--${option}`).join(' ')} ;;
        *) ${lineOf(words)} ;;
      esac ;;`,
  );
  return `# Completion of isobar for bash. In ~/.bashrc:
#   source <(isobar completions bash)
_isobar_words() {
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -P "$prefix" -W "$*" -- "$current"))
}
_isobar_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -d -- "$current") $(compgen -f -X "$1" -- "$current"))
  # Bash 3.2 has no compopt; there a folder is completed without its slash.
  compopt -o filenames 2>/dev/null
}
_isobar() {
  # Words are put together again where bash splits them at = and :
  local line=() word at
  for ((at = 1; at <= COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    if [[ \${#line[@]} -gt 0 && ( $word == [=:]* || \${line[\${#line[@]}-1]} == *[=:] ) ]]; then
      line[\${#line[@]}-1]+=$word
    else
      line+=("$word")
    fi
  done
  local current=\${line[\${#line[@]}-1]} before='' prefix=''
  [[ \${#line[@]} -gt 1 ]] && before=\${line[\${#line[@]}-2]}
  COMPREPLY=()
  if [[ \${#line[@]} -le 1 || ( \${#line[@]} -eq 2 && $before == help ) ]]; then
    _isobar_words ${commands.map(({ name }) => name).join(' ')} help --help --version
    return
  fi
  local command=\${line[0]}
  # --format=json: what stands before the value stays as it is.
  if [[ $current == --*=* ]]; then
    before=\${current%%=*}
    current=\${current#*=}
    # Where bash does not split there, the whole word is replaced.
    [[ \${COMP_WORDS[COMP_CWORD]} == --*=* ]] && prefix=$before=
  fi
  case $command:$before in
${values.join('\n')}
  esac
  case $command in
${rest.join('\n')}
  esac
}
complete -F _isobar isobar
`;
};
