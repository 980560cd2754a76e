import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './node-problems.ts';

/** Opens a file; a test gives its own, which can fail. */
export type OpenFile = typeof fs.open;

/** A file that is written whole beside its place, and not yet in it. */
export interface Staged {
  /** Puts it in its place: from one moment to the next, the new content is there, or the old still is. */
  commit(): Promise<void>;
  /** Takes it away again. */
  discard(): Promise<void>;
}

/** Where a path leads: a link stays a link, and what it points to is written. */
export const targetOf = async (path: string): Promise<string> => {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    // A link to what is not there yet, maybe by way of further ones. A circle of links is no ENOENT.
    const link = await fs.readlink(path).catch(() => undefined);
    return link === undefined ? path : targetOf(resolve(dirname(path), link));
  }
};

/** Virus scanners hold files for a moment on Windows. */
const rename = async (from: string, to: string): Promise<void> => {
  for (const pause of [20, 100, 500]) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (process.platform !== 'win32' || !['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error)))
        throw error;
      await wait(pause);
    }
  }
  return fs.rename(from, to);
};

/** A rename is safe from a power cut only when the folder is on disk too; not every system can do that. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await fs.open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** Owner and group where that may be; then the mode, because another owner takes some of its bits away. */
const keepOwner = async (handle: fs.FileHandle, old: Stats): Promise<void> => {
  const { uid, gid } = await handle.stat();
  if (old.gid !== gid) await handle.chown(uid, old.gid).catch(() => undefined);
  if (old.uid !== uid) await handle.chown(old.uid, old.gid).catch(() => undefined);
  await handle.chmod(old.mode & 0o7777);
};

/** What a name of `stage` looks like; the file's own name is in it, so that people see whose it was. */
const temporaryName = /^\..*\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** Takes away what a program that was killed left half written in a folder that nobody else writes. */
export const clearTemporary = async (folder: string): Promise<void> => {
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names)
    if (temporaryName.test(name)) await fs.rm(join(folder, name), { force: true }).catch(() => {});
};

/** What was left half written of one file, long enough ago that nobody is writing it. */
export const clearLeftovers = async (path: string, before: number): Promise<void> => {
  const target = await targetOf(path);
  const folder = dirname(target);
  const start = `.${basename(target).slice(0, 60)}.`;
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(start) || !temporaryName.test(name)) continue;
    const left = await fs.lstat(join(folder, name)).catch(() => undefined);
    if (left?.isFile() && left.mtimeMs < before)
      await fs.rm(join(folder, name), { force: true }).catch(() => {});
  }
};

/**
 * Writes content into a file beside its place, down to the disk. Mode and owner are those of the file that will be
 * replaced. Whatever goes wrong, nothing is left behind.
 */
export const stage = async (
  path: string,
  content: string | Uint8Array,
  open: OpenFile = fs.open,
): Promise<Staged> => {
  const target = await targetOf(path);
  const old = await fs.stat(target).catch(() => undefined);
  if (old?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target).slice(0, 60)}.${randomUUID()}.tmp`);
  const discard = (): Promise<void> => fs.rm(temporary, { force: true });
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      if (old) await keepOwner(handle, old);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    async commit() {
      try {
        await rename(temporary, target);
      } catch (error) {
        await discard();
        throw error;
      }
      await syncFolder(folder);
    },
    discard,
  };
};

/** Writes a file whole or not at all. */
export const writeAtomically = async (
  path: string,
  content: string | Uint8Array,
  open?: OpenFile,
): Promise<void> => (await stage(path, content, open)).commit();
