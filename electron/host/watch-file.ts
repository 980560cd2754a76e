import { type FSWatcher, watch } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readBytes, versionOf } from './disk.ts';
import { errorCode } from './node-problems.ts';

/** Programs write in several steps; what counts is what is there when they are done. */
const quietTime = 100;
/** Where the system tells nothing (some network folders), the file is looked at this often. */
const lookEvery = 2000;

export interface WatchedFile {
  /** The version that the window has; undefined when the file was gone. */
  known(): string | undefined;
  /** True while the window itself is writing the file. */
  busy(): boolean;
  /** Hears the version that is there now; undefined: the file is gone. */
  tell(version: string | undefined): void;
}

/** Watches one file, through its folder, since saving often replaces the file. Gives back how to stop. */
export const watchFile = (path: string, { known, busy, tell }: WatchedFile): (() => void) => {
  let stopped = false;
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ticker: NodeJS.Timeout | undefined;
  let seen = '';

  const look = async (): Promise<void> => {
    if (busy()) return later();
    const stamp = await stat(path, { bigint: true }).then(
      ({ ino, size, mtimeNs }) => `${ino} ${size} ${mtimeNs}`,
      (error: unknown) => (errorCode(error) === 'ENOENT' ? 'gone' : ''),
    );
    if (stopped || stamp === seen || stamp === '') return;
    const bytes = stamp === 'gone' ? undefined : await readBytes(path);
    if (stopped || (bytes && !bytes.ok)) return;
    // A save may have begun while this was reading: then what was read is not what is there.
    if (busy()) return later();
    seen = stamp;
    const version = bytes && versionOf(bytes.value);
    if (version !== known()) tell(version);
  };
  const later = (): void => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      look().catch(() => undefined);
    }, quietTime);
  };
  const lookFromTimeToTime = (): void => {
    watcher?.close();
    if (stopped || ticker) return;
    ticker = setInterval(later, lookEvery);
    ticker.unref();
  };
  const start = async (): Promise<void> => {
    try {
      const folder = dirname(await realpath(path).catch(() => path));
      if (stopped) return;
      watcher = watch(folder, { persistent: false }, later);
      watcher.on('error', lookFromTimeToTime);
    } catch {
      lookFromTimeToTime();
    }
    // It may have changed between reading and watching.
    later();
  };
  start().catch(() => undefined);

  return () => {
    stopped = true;
    watcher?.close();
    clearTimeout(timer);
    clearInterval(ticker);
  };
};
