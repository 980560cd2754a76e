import type { Choices, CompletedCommand } from './model.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (items: readonly string[]): string => `@(${items.map(quoted).join(', ')})`;

/** Files are left to PowerShell itself, which completes them where nothing else is offered. */
const wordsOf = (choices: Choices | undefined): readonly string[] =>
  choices?.kind === 'words' ? choices.words : [];

/** For Windows PowerShell 5.1 and PowerShell 7. */
export const powershellScript = (
  commands: readonly CompletedCommand[],
): string => `# Completion of isobar for PowerShell. In $PROFILE:
#   isobar completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName isobar -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $summaries = [ordered]@{
${commands.map(({ name, summary }) => `    ${quoted(name)} = ${quoted(summary)}`).join('\n')}
  }
  $options = @{
${commands.map(({ name, options }) => `    ${quoted(name)} = ${list(options.map(({ name: option }) => `--${option}`))}`).join('\n')}
  }
  $values = @{
${commands
  .flatMap(({ name, options }) =>
    options
      .filter(({ value }) => wordsOf(value).length > 0)
      .map(
        ({ name: option, value }) =>
          `    ${quoted(`${name} --${option}`)} = ${list(wordsOf(value))}`,
      ),
  )
  .join('\n')}
  }
  $words = @{
${commands
  .filter(({ words }) => wordsOf(words).length > 0)
  .map(({ name, words }) => `    ${quoted(name)} = ${list(wordsOf(words))}`)
  .join('\n')}
  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '' -and $typed.Count -gt 0) { $typed = @($typed | Select-Object -SkipLast 1) }
  if ($typed.Count -eq 0) {
    $summaries.Keys | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $summaries[$_])
    }
    return
  }
  $command = $typed[0]
  $before = $typed[-1]
  $offered = if ($values.ContainsKey("$command $before")) { $values["$command $before"] }
    elseif ($wordToComplete -like '-*') { $options[$command] }
    else { $words[$command] }
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
