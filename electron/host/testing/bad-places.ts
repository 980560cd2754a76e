import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';

/*
 * Places where writing fails, real ones where this machine lets us make them. An administrator may write everywhere, so
 * tests that need a missing right give up that of the process for a while.
 */

const runs = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const isAdministrator = process.getuid?.() === 0;
const nobody = 65_534;

/** A disk so small that it is soon full; undefined where none can be mounted. */
export const smallDisk = async (
  folder: string,
  bytes: number,
): Promise<{ end(): void } | undefined> => {
  await fs.mkdir(folder, { recursive: true });
  if (process.platform !== 'linux' || !isAdministrator) return undefined;
  if (!runs('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder)) return undefined;
  return { end: () => void runs('umount', folder) };
};

/** Does something without the rights of an administrator. */
export const asOrdinary = async <T>(run: () => Promise<T>): Promise<T> => {
  if (!isAdministrator) return run();
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
};

/** Makes a file such that nobody may change, replace or remove it; undefined where that cannot be done. */
export const freeze = (path: string): { end(): void } | undefined =>
  process.platform === 'linux' && isAdministrator && runs('chattr', '+i', path)
    ? { end: () => void runs('chattr', '-i', path) }
    : undefined;
