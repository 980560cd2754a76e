import { type Command, defineCommand } from '../command.ts';
import { bashScript } from '../completions/bash.ts';
import { fishScript } from '../completions/fish.ts';
import { type CompletedCommand, completedCommands } from '../completions/model.ts';
import { powershellScript } from '../completions/powershell.ts';
import { zshScript } from '../completions/zsh.ts';
import { exitCodes } from '../io.ts';
import { say } from '../load-design.ts';
import { hintOf } from '../unknown.ts';

const scripts: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};
const shells = Object.keys(scripts);

/** Writes completions of all commands, itself among them; so the list is asked for when it is there. */
export const completionsOf = (commands: () => readonly Command[]): Command =>
  defineCommand({
    name: 'completions',
    summary: 'writes what makes a shell complete commands, options and values',
    takes: shells.join(' | '),
    words: { min: 1, max: 1 },
    completes: shells,
    details: [
      'bash        in ~/.bashrc: source <(isobar completions bash)',
      'zsh         in ~/.zshrc, after compinit: source <(isobar completions zsh)',
      'fish        isobar completions fish > ~/.config/fish/completions/isobar.fish',
      'powershell  in $PROFILE: isobar completions powershell | Out-String | Invoke-Expression',
    ],
    options: {},
    examples: ['isobar completions bash', 'isobar completions zsh > _isobar'],
    run({ words: [shell = ''] }, io) {
      const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
      if (script === undefined) {
        const message = `isobar completions takes one of ${shells.join(', ')}.`;
        say(io, { severity: 'error', message, hint: hintOf(shell, shells, '') });
        return exitCodes.wrong;
      }
      io.stdout(script(completedCommands(commands(), Object.keys(io.assets.templates))));
      return exitCodes.fine;
    },
  });
