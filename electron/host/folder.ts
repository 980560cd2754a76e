import * as fs from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type {
  FolderRef,
  HostProblem,
  OutputFile,
  OutputStatus,
} from '../../shared/host/host-api.ts';
import { checkOutputFiles } from '../../shared/host/output-path.ts';
import { hostProblem } from '../../shared/host/problems.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type OpenFile, type Staged, stage } from './atomic-write.ts';
import { decode, readBytes } from './disk.ts';
import { errorCode, problemOf } from './node-problems.ts';

type Answer<T> = Promise<Result<T, HostProblem>>;

/** Where a file of an export lies, after every link was followed. */
interface Place {
  readonly path: string;
  readonly exists: boolean;
}

const refuse = (path: string, why: string): Result<never, HostProblem> =>
  fail(hostProblem('bad-path', `Nothing was written: ${path} ${why}.`));

/** Follows a path below a folder, link by link, and refuses to leave the folder. */
const follow = async (root: string, path: string): Answer<Place> => {
  const parts = path.split('/');
  let here = root;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const next = join(here, part);
    let found = await fs.lstat(next).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (found === undefined) return ok({ path: join(here, ...parts.slice(index)), exists: false });
    here = next;
    if (found.isSymbolicLink()) {
      const real = await fs.realpath(next).catch(() => undefined);
      if (real === undefined) return refuse(path, 'is a link that leads nowhere');
      if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
        return refuse(path, 'is a link that leads out of the folder');
      here = real;
      found = await fs.lstat(real);
    }
    if (isLast && found.isDirectory()) return refuse(path, 'is a folder there, not a file');
    if (isLast && !found.isFile()) return refuse(path, 'is no ordinary file there');
    if (!isLast && !found.isDirectory()) return refuse(path, `needs a folder where ${part} is`);
  }
  return ok({ path: here, exists: true });
};

const placesOf = async (
  folder: FolderRef,
  files: readonly OutputFile[],
): Answer<readonly (OutputFile & { readonly place: Place })[]> => {
  const checked = checkOutputFiles(files);
  if (!checked.ok) return checked;
  const root = await fs.realpath(folder.id);
  const places: (OutputFile & { place: Place })[] = [];
  for (const file of files) {
    const place = await follow(root, file.path);
    if (!place.ok) return place;
    places.push({ ...file, place: place.value });
  }
  return ok(places);
};

/** What writing some files below a folder would change. */
export const compareFolder = async (
  folder: FolderRef,
  files: readonly OutputFile[],
): Answer<readonly OutputStatus[]> => {
  try {
    const places = await placesOf(folder, files);
    if (!places.ok) return places;
    const statuses: OutputStatus[] = [];
    for (const { path, text, place } of places.value) {
      if (!place.exists) {
        statuses.push({ path, status: 'new' });
        continue;
      }
      const bytes = await readBytes(place.path);
      const before = bytes.ok ? decode(bytes.value, path) : bytes;
      // What cannot be read or is no text is changed by writing, and there is nothing to show of it.
      if (!before.ok) statuses.push({ path, status: 'changed' });
      else
        statuses.push({
          path,
          status: before.value === text ? 'same' : 'changed',
          before: before.value,
        });
    }
    return ok(statuses);
  } catch (error) {
    return fail(problemOf(error, 'read', folder.name));
  }
};

/**
 * Writes some files below a folder. All are written beside their places first; only when every one is on disk are
 * they put in place, so that a full disk leaves the folder as it was. Files that are the same already stay untouched.
 */
export const writeFolder = async (
  folder: FolderRef,
  files: readonly OutputFile[],
  open?: OpenFile,
): Answer<void> => {
  const staged: Staged[] = [];
  let now = folder.name;
  try {
    const statuses = await compareFolder(folder, files);
    if (!statuses.ok) return statuses;
    const places = await placesOf(folder, files);
    if (!places.ok) return places;
    for (const [index, { path, text, place }] of places.value.entries()) {
      if (statuses.value[index]?.status === 'same') continue;
      now = path;
      await fs.mkdir(dirname(place.path), { recursive: true });
      staged.push(await stage(place.path, text, open));
    }
    while (staged.length > 0) await staged.shift()?.commit();
    return ok(undefined);
  } catch (error) {
    return fail(problemOf(error, 'write', now));
  } finally {
    for (const left of staged) await left.discard();
  }
};
