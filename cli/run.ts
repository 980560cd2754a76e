import { quote } from '../shared/lib/problem.ts';
import { commands } from './commands/index.ts';
import { commandHelp, generalHelp } from './help.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { say } from './load-design.ts';
import { parseWords } from './parse-words.ts';
import { styleOf } from './style.ts';
import { hintOf } from './unknown.ts';

/** Runs one command line; never throws. */
export const runCli = (typed: readonly string[], io: Io): ExitCode => {
  try {
    return dispatch(typed, io);
  } catch (error) {
    // Nothing that a user types or a file holds should come here: it is a mistake of this program.
    const message = error instanceof Error ? error.message : String(error);
    say(io, {
      severity: 'error',
      message: `Isobar itself failed: ${message}`,
      hint: 'This is a mistake in Isobar. Please report it, with the command and the design.',
    });
    if (error instanceof Error && error.stack !== undefined) io.stderr(`${error.stack}\n`);
    return exitCodes.wrong;
  }
};

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

const dispatch = (typed: readonly string[], io: Io): ExitCode => {
  const [name, ...rest] = typed;
  const help = (): string => generalHelp(commands, styleOf(io.colors.stdout));
  if (name === undefined) {
    io.stderr(generalHelp(commands, styleOf(io.colors.stderr)));
    return exitCodes.wrong;
  }
  if (name === '--version' || name === '-v') {
    io.stdout(`${io.assets.version}\n`);
    return exitCodes.fine;
  }
  if (isHelp(name) || (name === 'help' && rest.length === 0)) {
    io.stdout(help());
    return exitCodes.fine;
  }
  const wanted = name === 'help' ? rest[0] : name;
  const command = commands.find((item) => item.name === wanted);
  if (!command) {
    say(io, {
      severity: 'error',
      message: `There is no command ${quote(wanted ?? '')}.`,
      hint: hintOf(
        wanted ?? '',
        commands.map((item) => item.name),
        'isobar --help lists them.',
      ),
    });
    return exitCodes.wrong;
  }
  const end = rest.indexOf('--');
  if (name === 'help' || (end === -1 ? rest : rest.slice(0, end)).some(isHelp)) {
    io.stdout(commandHelp(command, styleOf(io.colors.stdout)));
    return exitCodes.fine;
  }
  const given = parseWords(command, rest);
  if (!given.ok) {
    say(io, {
      severity: 'error',
      message: given.error,
      hint: `isobar ${command.name} --help`,
    });
    return exitCodes.wrong;
  }
  return command.run(given.value, io);
};
