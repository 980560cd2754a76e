import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import { type OpenFile, writeAtomically } from './atomic-write.ts';

/** One value, kept in a file of our own. */
export interface KeptJson<T> {
  read(): Promise<T>;
  /** Changes come one after the other, so that none is lost. */
  change(change: (value: T) => T): Promise<void>;
  /** Resolves when every change so far is on disk, or has failed. */
  settled(): Promise<void>;
}

/**
 * A value in a JSON file. A file that is missing gives what `empty` says; one that is broken does too, and is put
 * aside, so that whoever wants to can look at it.
 */
export const keptJson = <T>(
  path: string,
  schema: z.ZodType<T>,
  empty: T,
  open?: OpenFile,
): KeptJson<T> => {
  let value: Promise<T> | undefined;
  let last: Promise<void> = Promise.resolve();
  const load = async (): Promise<T> => {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return empty;
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      await rename(path, `${path}.broken`).catch(() => undefined);
      return empty;
    }
  };
  const read = (): Promise<T> => {
    value ??= load();
    return value;
  };
  return {
    read,
    change(change) {
      const next = last.then(async () => {
        const changed = change(await read());
        const text = `${JSON.stringify(changed, null, 2)}\n`;
        value = Promise.resolve(changed);
        await writeAtomically(path, text, open);
      });
      last = next.catch(() => undefined);
      return next;
    },
    settled: () => last,
  };
};
