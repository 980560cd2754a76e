import type { Json } from './json.ts';
import { type JsonLimits, JsonScanner, type Places } from './json-scanner.ts';
import { JsonTextError, type JsonTextProblem } from './json-text-problem.ts';
import { maxJsonDepth } from './json-value.ts';
import { formatPath, type PathStep, type Problem } from './problem.ts';
import { fail, ok, type Result } from './result.ts';

/** A JSON document and what was noticed while reading it. */
export type JsonDocument = { readonly value: Json; readonly notes: readonly Problem[] };

/** Some 30 times the text of the largest design that anyone has drawn. */
export const jsonLimits: JsonLimits = {
  characters: 64 * 1024 * 1024,
  depth: maxJsonDepth,
  values: 5_000_000,
};

/** Reads a JSON text. Never throws, whatever the text; a byte order mark is accepted. */
export const readJson = (
  source: string,
  limits: JsonLimits = jsonLimits,
): Result<JsonDocument, readonly Problem[]> => {
  if (source.length > limits.characters) {
    const megabytes = (length: number) => Math.ceil(length / 1024 / 1024);
    return fail([
      {
        code: 'json-too-large',
        at: '',
        message: `The file is too large: ${megabytes(source.length)} MB, and ${megabytes(limits.characters)} MB is the most that can be read.`,
        hint: 'Is it the right file?',
      },
    ]);
  }
  // A space keeps every offset.
  const text = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
  const scanner = new JsonScanner(text, limits);
  try {
    scanner.scan();
    const remarks = toProblems(text, scanner.remarks);
    const errors = remarks.filter((remark) => remark.code === 'number-too-large');
    if (errors.length > 0) return fail(errors);
    return ok({ value: JSON.parse(text) as Json, notes: remarks });
  } catch (error) {
    if (error instanceof JsonTextError) {
      const odd = notEvenJson(text);
      return fail(
        odd === undefined ? toProblems(text, [error.problem, ...scanner.remarks]) : [odd],
      );
    }
    return fail([{ code: 'json-syntax', at: '', message: 'The file could not be read as JSON.' }]);
  }
};

/** Texts that are something else altogether get one plain sentence, not a complaint about a character. */
const notEvenJson = (text: string): Problem | undefined => {
  const start = text.slice(0, 200).trimStart();
  if (start === '' && text.trim() === '') {
    return { code: 'json-empty', at: '', message: 'The file is empty.' };
  }
  const conflict = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.exec(text);
  if (conflict !== null) {
    return {
      code: 'git-conflict',
      at: '',
      message: `The file holds a git conflict that is not resolved: ${JSON.stringify(conflict[0].trim())}.`,
      hint: 'Keep one of the two versions between the markers and remove the lines <<<<<<<, ======= and >>>>>>>.',
      ...positions(text, [conflict.index])[0],
    };
  }
  if (start.startsWith('<')) {
    return {
      code: 'json-syntax',
      at: '',
      message: 'This is HTML or XML, not JSON.',
      line: 1,
      column: 1,
    };
  }
  return undefined;
};

const toProblems = (text: string, found: readonly JsonTextProblem[]): readonly Problem[] => {
  const places = positions(
    text,
    found.map((problem) => problem.offset),
  );
  return found.map(({ code, message, path, got, hint }, index) => ({
    code,
    at: formatPath(path),
    message,
    ...places[index],
    ...(got === undefined ? {} : { got }),
    ...(hint === undefined ? {} : { hint }),
  }));
};

/** Lines and columns of offsets, both counted from 1; one pass over the text. */
const positions = (
  text: string,
  offsets: readonly number[],
): readonly { readonly line: number; readonly column: number }[] => {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, { line: number; column: number }>();
  let line = 1;
  let start = 0;
  let end = text.indexOf('\n');
  for (const offset of wanted) {
    while (end !== -1 && end < offset) {
      line += 1;
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    found.set(offset, { line, column: offset - start + 1 });
  }
  return offsets.map((offset) => found.get(offset) ?? { line: 1, column: 1 });
};

/**
 * Lines and columns of places in a JSON text that `readJson` could read. A place that is not there
 * (a missing field) gets the place of the nearest object or list around it.
 */
export const locateInJson = (
  text: string,
  paths: readonly (readonly PathStep[])[],
): readonly { readonly line: number; readonly column: number }[] => {
  const root: Places = { children: new Map() };
  const trails = paths.map((path) => {
    const trail = [root];
    let here = root;
    for (const step of path) {
      const next: Places = here.children.get(step) ?? { children: new Map() };
      here.children.set(step, next);
      trail.push(next);
      here = next;
    }
    return trail;
  });
  try {
    new JsonScanner(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, jsonLimits).scan(root);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
  }
  return positions(
    text,
    trails.map((trail) => trail.findLast((place) => place.offset !== undefined)?.offset ?? 0),
  );
};
