import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { checkOutputFiles } from '../shared/host/output-path.ts';
import { fail, ok, type Result } from '../shared/lib/result.ts';

/*
 * Writing, with care: nothing outside the place that was named, nothing over what is there, and never half a file.
 */

/** A file to write: a relative path with forward slashes, and its text. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/** What was done. */
export interface Written {
  readonly written: readonly string[];
  /** Files that were there with just this text. */
  readonly unchanged: readonly string[];
}

export interface WriteProblem {
  readonly message: string;
  /** Files that are there and differ. */
  readonly existing?: readonly string[];
}

/**
 * Writes the files below a folder, each at once or not at all. Everything is looked at before the first byte is
 * written: a path that leaves the folder, also by a symbolic link, stops it, and so does a file that is there with
 * another text, unless `overwrite` is given.
 */
export const writeFolder = (
  folder: string,
  files: readonly FileToWrite[],
  { overwrite }: { readonly overwrite: boolean },
): Result<Written, WriteProblem> => {
  const checked = checkOutputFiles(files);
  if (!checked.ok)
    return fail({ message: checked.error.message.replace(/^Nothing was written: /, '') });
  return attempt((): Result<Written, WriteProblem> => {
    if (existsSync(folder) && !statSync(folder).isDirectory())
      return fail({ message: `${folder} is a file; name a folder.` });
    const planned: { readonly path: string; readonly target: string; readonly text: string }[] = [];
    const existing: string[] = [];
    const unchanged: string[] = [];
    for (const { path, text } of files) {
      const target = resolve(folder, ...path.split('/'));
      const link = linkOut(folder, target);
      if (link !== undefined)
        return fail({ message: `${link} is a symbolic link that leads out of ${folder}.` });
      const state = stateOf(target, text);
      if (state === 'folder')
        return fail({ message: `${target} is a folder; a file has to go there.` });
      if (state === 'same') unchanged.push(path);
      else {
        if (state === 'other') existing.push(path);
        planned.push({ path, target, text });
      }
    }
    if (existing.length > 0 && !overwrite)
      return fail({ message: 'Files that are there would be overwritten.', existing });
    writeAll(planned);
    return ok({ written: planned.map(({ path }) => path), unchanged });
  });
};

/** Writes one file, at once or not at all; the folder it goes to has to be there. */
export const writeOne = (
  target: string,
  text: string,
  { overwrite }: { readonly overwrite: boolean },
): Result<Written, WriteProblem> =>
  attempt((): Result<Written, WriteProblem> => {
    const folder = dirname(target);
    if (!existsSync(folder)) return fail({ message: `The folder ${folder} is not there.` });
    const state = stateOf(target, text);
    if (state === 'folder') return fail({ message: `${target} is a folder; name a file.` });
    const name = basename(target);
    if (state === 'same') return ok({ written: [], unchanged: [name] });
    if (state === 'other' && !overwrite)
      return fail({ message: 'A file that is there would be overwritten.', existing: [name] });
    writeWhole(target, text);
    return ok({ written: [name], unchanged: [] });
  });

/**
 * Replaces the text of a file that was read before; a symbolic link stays one, and so do mode and owner. What another
 * program wrote since is not overwritten, and neither is a file that nobody may write.
 */
export const replaceText = (
  path: string,
  before: string,
  text: string,
): Result<void, WriteProblem> =>
  attempt(() => {
    const target = realpathSync(path);
    if ((statSync(target).mode & 0o222) === 0)
      return fail({ message: 'The file is read-only, and was left as it is.' });
    accessSync(target, constants.W_OK);
    const isChanged = (): boolean => readFileSync(target, 'utf8') !== before;
    return writeWhole(target, text, isChanged)
      ? ok(undefined)
      : fail({ message: 'Another program changed the file meanwhile; it was left as it is.' });
  });

/** A link on the way to the target that leads out of the folder. What is not there yet cannot be one. */
const linkOut = (folder: string, target: string): string | undefined => {
  if (!existsSync(folder)) return undefined;
  const root = realpathSync(folder);
  const steps = relative(folder, dirname(target)).split(sep).filter(Boolean);
  let here = folder;
  for (const step of steps) {
    here = join(here, step);
    if (!lstatSync(here, { throwIfNoEntry: false })) return undefined;
    const real = realpathSync(here);
    if (real !== root && !real.startsWith(root + sep)) return here;
  }
  return undefined;
};

/** What is at the place: a link is never the same, since writing replaces the link and not what it leads to. */
const stateOf = (target: string, text: string): 'none' | 'same' | 'other' | 'folder' => {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (!found) return 'none';
  if (found.isDirectory()) return 'folder';
  return found.isFile() &&
    found.size === Buffer.byteLength(text) &&
    readFileSync(target, 'utf8') === text
    ? 'same'
    : 'other';
};

/** A file that is written whole beside its place, and not yet in it. */
interface Staged {
  commit(): void;
  discard(): void;
}

/** Writes text into a new file beside its place, down to the disk. Whatever goes wrong, nothing is left behind. */
const stage = (target: string, text: string): Staged => {
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(target).slice(0, 60)}.${randomUUID()}.tmp`);
  const discard = (): void => rmSync(temporary, { force: true });
  const old = lstatSync(target, { throwIfNoEntry: false });
  const file = openSync(temporary, 'wx');
  try {
    try {
      if (old?.isFile()) keepOwner(file, old);
      const bytes = Buffer.from(text, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    discard();
    throw error;
  }
  return {
    commit() {
      renameSync(temporary, target);
      syncFolder(folder);
    },
    discard,
  };
};

/**
 * In one step to its name: whoever reads sees the old text or the new one, also after a crash. Gives false, and changes
 * nothing, when `isChanged` says so at the last moment.
 */
const writeWhole = (
  target: string,
  text: string,
  isChanged: () => boolean = () => false,
): boolean => {
  const staged = stage(target, text);
  try {
    if (isChanged()) return false;
    staged.commit();
    return true;
  } finally {
    staged.discard();
  }
};

/** All are on the disk before the first is put in its place: a full disk leaves the folder as it was. */
const writeAll = (files: readonly { readonly target: string; readonly text: string }[]): void => {
  const staged: Staged[] = [];
  try {
    for (const { target, text } of files) staged.push(stage(target, text));
    for (const { commit } of staged) commit();
  } finally {
    for (const { discard } of staged) discard();
  }
};

/** Owner and group where that may be; then the mode, because another owner takes some of its bits away. */
const keepOwner = (file: number, old: Stats): void => {
  const { uid, gid } = fstatSync(file);
  if (old.gid !== gid) ifAllowed(() => fchownSync(file, uid, old.gid));
  if (old.uid !== uid) ifAllowed(() => fchownSync(file, old.uid, old.gid));
  fchmodSync(file, old.mode & 0o7777);
};

/** A rename is safe from a power cut only when the folder is on disk too; not every system can do that. */
const syncFolder = (folder: string): void =>
  ifAllowed(() => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });

const ifAllowed = (run: () => void): void => {
  try {
    run();
  } catch {
    // Only somebody else, or another system, may do that.
  }
};

const inWords: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
  EACCES: 'You may not write there.',
  EPERM: 'You may not write there.',
  EROFS: 'The disk is read-only.',
  ENOENT: 'The folder is not there any more.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  ENAMETOOLONG: 'The name is too long for a file here.',
  EBUSY: 'Another program is using the file.',
};

const attempt = <T>(work: () => Result<T, WriteProblem>): Result<T, WriteProblem> => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error)) return fail({ message: String(error) });
    const code = 'code' in error ? String(error.code) : '';
    const path = 'path' in error ? ` (${dirname(String(error.path))})` : '';
    return fail({
      message: Object.hasOwn(inWords, code) ? `${inWords[code]}${path}` : error.message,
    });
  }
};
