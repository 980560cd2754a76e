import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mostRecoveries } from '../../shared/host/file-limits.ts';
import type { Recovery } from '../../shared/host/host-api.ts';
import { type OpenFile, writeAtomically } from './atomic-write.ts';
import { recoverySchema } from './host-schemas.ts';

/**
 * Unsaved work, one file for each design, each with the window that is working on it. What is asked about one design is
 * done in the order it was asked in.
 */
export interface RecoveryStore {
  write(recovery: Recovery, owner: object): Promise<void>;
  /** Newest first; without what other windows are working on. */
  list(asker: object): Promise<readonly Recovery[]>;
  drop(key: string): Promise<void>;
  /** The window is gone: what it left behind is anybody's. */
  release(owner: object): void;
}

/** Keys come from the window; a file name made of one could lead anywhere. */
const fileName = (key: string): string => `${createHash('sha256').update(key).digest('hex')}.json`;

const readOne = async (path: string): Promise<Recovery | undefined> => {
  try {
    return recoverySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
};

export const recoveryStore = (folder: string, open?: OpenFile): RecoveryStore => {
  const owners = new Map<string, object>();
  const all = async (): Promise<Recovery[]> => {
    const names = await readdir(folder).catch(() => []);
    const found = await Promise.all(
      names.filter((name) => name.endsWith('.json')).map((name) => readOne(join(folder, name))),
    );
    return found.filter((recovery) => recovery !== undefined).sort((a, b) => b.savedAt - a.savedAt);
  };
  const last = new Map<string, Promise<void>>();
  const inTurn = (key: string, run: () => Promise<void>): Promise<void> => {
    const next = (last.get(key) ?? Promise.resolve()).then(run, run);
    last.set(key, next);
    const done = (): void => {
      if (last.get(key) === next) last.delete(key);
    };
    next.then(done, done);
    return next;
  };
  const drop = (key: string): Promise<void> => {
    owners.delete(key);
    return inTurn(key, () => rm(join(folder, fileName(key)), { force: true }));
  };
  return {
    write(recovery, owner) {
      owners.set(recovery.key, owner);
      return inTurn(recovery.key, async () => {
        await mkdir(folder, { recursive: true });
        await writeAtomically(join(folder, fileName(recovery.key)), JSON.stringify(recovery), open);
      });
    },
    async list(asker) {
      const found = await all();
      const free = found.filter(({ key }) => (owners.get(key) ?? asker) === asker);
      // What nobody wanted back for so long is not wanted.
      for (const { key } of free.slice(mostRecoveries)) await drop(key);
      return free.slice(0, mostRecoveries);
    },
    drop,
    release(owner) {
      for (const [key, other] of owners) if (other === owner) owners.delete(key);
    },
  };
};
