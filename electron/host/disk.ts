import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { largestFile, largestFileText } from '../../shared/host/file-limits.ts';
import type { FileRef, HostProblem, OpenedFile, SavedFile } from '../../shared/host/host-api.ts';
import { fileProblem } from '../../shared/host/problems.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type OpenFile, type Staged, stage, targetOf } from './atomic-write.ts';
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

/** The last write of each place. Two windows may save one file: the second has to see what the first wrote. */
const writing = new Map<string, Promise<unknown>>();

/** Runs when nobody here is writing to the place any more. */
const inTurn = async <T>(path: string, run: () => Promise<T>): Promise<T> => {
  const place = await targetOf(path).catch(() => path);
  const mine = (writing.get(place) ?? Promise.resolve()).then(run, run);
  writing.set(place, mine);
  try {
    return await mine;
  } finally {
    if (writing.get(place) === mine) writing.delete(place);
  }
};

/** True when the file holds something else than what the window knows and what it is about to write. */
const isChanged = async (path: string, known: string | undefined, mine: string): Promise<boolean> =>
  known !== undefined && ![known, mine].includes(versionOf(await fs.readFile(path)));

/** Writes a file whole or not at all. With a version, only when that is what is there. */
export const saveBytes = (
  path: string,
  content: string | Uint8Array,
  version: string | undefined,
  open?: OpenFile,
): Answer<SavedFile> =>
  inTurn(path, async () => {
    const file = refTo(path);
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const mine = versionOf(bytes);
    let staged: Staged | undefined;
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
      if (await isChanged(path, version, mine))
        return fail(fileProblem('changed', 'save', file.name));
      staged = await stage(path, bytes, open);
      // Getting it to the disk took time, in which another program may have written.
      if (await isChanged(path, version, mine))
        return fail(fileProblem('changed', 'save', file.name));
      const { commit } = staged;
      staged = undefined;
      await commit();
      return ok({ file, version: mine });
    } catch (error) {
      return fail(problemOf(error, 'save', file.name));
    } finally {
      await staged?.discard();
    }
  });
