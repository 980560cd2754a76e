import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { largestFile, largestFileText } from '../../shared/host/file-limits.ts';
import type { FileRef, HostProblem, OpenedFile, SavedFile } from '../../shared/host/host-api.ts';
import { fileProblem } from '../../shared/host/problems.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type OpenFile, writeAtomically } from './atomic-write.ts';
import { errorCode, problemOf } from './node-problems.ts';

type Answer<T> = Promise<Result<T, HostProblem>>;

/** A path, as the window sees it. */
export const refTo = (path: string): FileRef => ({
  id: path,
  name: basename(path),
  folder: dirname(path),
});

/** Stands for the bytes of a file. */
export const versionOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** The bytes of a file, if they are not too many. */
export const readBytes = async (path: string): Answer<Uint8Array> => {
  const name = basename(path);
  try {
    const { size } = await fs.stat(path);
    if (size > largestFile) return fail(fileProblem('too-large', 'read', name, largestFileText));
    return ok(await fs.readFile(path));
  } catch (error) {
    return fail(problemOf(error, 'read', name));
  }
};

/** The text of a file: UTF-8, with or without a byte order mark. */
export const decode = (bytes: Uint8Array, name: string): Result<string, HostProblem> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail(fileProblem('failed', 'read', name, 'it is not text (UTF-8)'));
  }
};

/**
 * Why a file that is there may not be written; undefined when it may. A mode without a single right to write means
 * read-only even to an administrator: whoever set it did not want it written by accident.
 */
const writeProblem = async (path: string): Promise<'read-only' | 'denied' | undefined> => {
  if (((await fs.stat(path)).mode & 0o222) === 0) return 'read-only';
  // The folder must be writable too, since a file is replaced, not written over.
  for (const place of [path, dirname(await fs.realpath(path))])
    try {
      await fs.access(place, fs.constants.W_OK);
    } catch (error) {
      return errorCode(error) === 'EROFS' ? 'read-only' : 'denied';
    }
  return undefined;
};

/** Reads a design. */
export const readText = async (path: string): Answer<OpenedFile> => {
  const file = refTo(path);
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value, file.name);
  if (!text.ok) return text;
  const writable = await writeProblem(path).then(
    (problem) => problem === undefined,
    () => false,
  );
  return ok({ file, text: text.value, version: versionOf(bytes.value), writable });
};

/** Writes a file whole or not at all. With a version, only when that is what is there. */
export const saveBytes = async (
  path: string,
  content: string | Uint8Array,
  version: string | undefined,
  open?: OpenFile,
): Answer<SavedFile> => {
  const file = refTo(path);
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    const there = await fs.stat(path).then(
      () => true,
      (error: unknown) => {
        if (errorCode(error) === 'ENOENT') return false;
        throw error;
      },
    );
    if (!there && version !== undefined) return fail(fileProblem('not-found', 'save', file.name));
    const problem = there ? await writeProblem(path) : undefined;
    if (problem) return fail(fileProblem(problem, 'save', file.name));
    if (version !== undefined && versionOf(await fs.readFile(path)) !== version)
      return fail(fileProblem('changed', 'save', file.name));
    await writeAtomically(path, bytes, open);
    return ok({ file, version: versionOf(bytes) });
  } catch (error) {
    return fail(problemOf(error, 'save', file.name));
  }
};
