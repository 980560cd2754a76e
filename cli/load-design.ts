import type { Problem } from '../shared/lib/problem.ts';
import type { Design } from '../shared/model/design.ts';
import { parseDesign } from '../shared/model/parse.ts';
import type { Io } from './io.ts';
import { plain, styleOf } from './style.ts';

/** A design that was read. */
export interface LoadedDesign {
  /** As it was typed, for messages. */
  readonly file: string;
  /** Undefined for standard input. */
  readonly path: string | undefined;
  readonly text: string;
  readonly design: Design;
  /** True for a file of a newer Isobar: writing it back could lose something. */
  readonly readOnly: boolean;
}

/** Reads a design; `-` is standard input. Undefined when it cannot be read: then it has said why. */
export const loadDesign = (word: string, io: Io): LoadedDesign | undefined => {
  const file = word === '-' ? '<stdin>' : word;
  const read = word === '-' ? io.readStdin() : io.readFile(word);
  if (!read.ok) {
    say(io, { severity: 'error', file, message: read.error });
    return undefined;
  }
  const parsed = parseDesign(read.value);
  if (!parsed.ok) {
    for (const problem of parsed.error) sayProblem(io, file, problem, 'error');
    return undefined;
  }
  const { design, notes, readOnly } = parsed.value;
  for (const note of notes) sayProblem(io, file, note, 'note');
  return { file, path: word === '-' ? undefined : word, text: read.value, design, readOnly };
};

const sayProblem = (io: Io, file: string, problem: Problem, severity: 'error' | 'note'): void => {
  const { line, column, message, hint, at } = problem;
  say(io, {
    severity,
    file,
    message: at === '' || message.includes(at) ? message : `${message} (${at})`,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(hint !== undefined && { hint }),
  });
};

interface Saying {
  readonly severity: 'error' | 'warning' | 'note';
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hint?: string;
}

/** Says something on stderr, as compilers do: `file:line:column: error: message`. */
export const say = (io: Io, { severity, file, line, column, message, hint }: Saying): void => {
  const style = styleOf(io.colors.stderr);
  const color = { error: style.red, warning: style.yellow, note: style.blue }[severity];
  const place = [
    file === undefined ? 'isobar' : plain(file),
    ...(line === undefined ? [] : [line]),
    ...(column === undefined ? [] : [column]),
  ].join(':');
  io.stderr(`${style.bold(`${place}:`)} ${color(`${severity}:`)} ${plain(message)}\n`);
  if (hint !== undefined) io.stderr(`  ${style.dim('hint:')} ${plain(hint)}\n`);
};
