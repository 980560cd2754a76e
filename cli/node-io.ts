import { readFileSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '../shared/lib/result.ts';
import type { Assets, Io } from './io.ts';

/** The machine as commands see it. */
export const nodeIo = (assets: Assets): Io => {
  const cwd = process.cwd();
  const isColored = (isTerminal: boolean | undefined): boolean =>
    isTerminal === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    colors: { stdout: isColored(process.stdout.isTTY), stderr: isColored(process.stderr.isTTY) },
    cwd,
    today: new Date().toISOString().slice(0, 10),
    assets,
    readFile: (path) => readText(resolve(cwd, path)),
    readStdin: () =>
      process.stdin.isTTY ? fail('Nothing is piped to standard input.') : textOf(readPipe),
  };
};

const messages: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read.',
  EPERM: 'The file may not be read.',
  EISDIR: 'This is a folder; name a file.',
};

/** Larger than anything that is read here; `readJson` has a bound of its own in characters. */
const maxBytes = 256 * 1024 * 1024;

const readText = (path: string): Result<string, string> =>
  textOf(() => {
    if (statSync(path).size > maxBytes) throw new Error('The file is too large.');
    return readFileSync(path);
  });

/** All of standard input. Not `readFileSync(0)`: that gives up when the other end of the pipe is slow. */
const readPipe = (): Buffer => {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    const count = readSome(chunk);
    if (count === 0) return Buffer.concat(chunks);
    total += count;
    if (total > maxBytes) throw new Error('Standard input is too large.');
    chunks.push(chunk.subarray(0, count));
  }
};

const readSome = (chunk: Buffer): number => {
  for (;;)
    try {
      return readSync(0, chunk);
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const textOf = (read: () => Buffer): Result<string, string> => {
  let bytes: Buffer;
  try {
    bytes = read();
  } catch (error) {
    return fail(
      messages[codeOf(error)] ?? (error instanceof Error ? error.message : String(error)),
    );
  }
  try {
    // The byte order mark stays: the reader of JSON knows it, and places are counted with it.
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail('The file is not text in UTF-8.');
  }
};
