import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
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
    for (const { target, text } of planned) writeWhole(target, text);
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

/** Replaces the text of a file that was read before; a symbolic link stays one, and so does the mode. */
export const replaceText = (path: string, text: string): Result<void, WriteProblem> =>
  attempt(() => {
    writeWhole(realpathSync(path), text);
    return ok(undefined);
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

let counter = 0;

/** To a new file beside it, and then in one step to its name: whoever reads sees the old text or the new one. */
const writeWhole = (target: string, text: string): void => {
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  counter += 1;
  const temporary = join(folder, `.${basename(target).slice(0, 80)}.${process.pid}-${counter}.tmp`);
  const old = lstatSync(target, { throwIfNoEntry: false });
  const file = openSync(temporary, 'wx');
  try {
    try {
      if (old?.isFile()) fchmodSync(file, old.mode & 0o777);
      const bytes = Buffer.from(text, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

const attempt = <T>(work: () => Result<T, WriteProblem>): Result<T, WriteProblem> => {
  try {
    return work();
  } catch (error) {
    return fail({ message: error instanceof Error ? error.message : String(error) });
  }
};
