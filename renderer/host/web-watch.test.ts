import { expect, test } from 'vitest';
import { readHandle } from './web-files.ts';
import type { FileHandle } from './web-machine.ts';
import { watchHandle } from './web-watch.ts';

/** A file whose looks take as long as the test wants. */
const slowFile = (first: string) => {
  let text = first;
  let changes = 0;
  const waiting: (() => void)[] = [];
  const handle: FileHandle = {
    kind: 'file',
    name: 'd.isobar.json',
    isSameEntry: () => Promise.resolve(false),
    createWritable: () => Promise.reject(new Error('Nobody writes here.')),
    getFile: async () => {
      const [bytes, lastModified] = [new TextEncoder().encode(text), changes];
      await new Promise<void>((done) => waiting.push(done));
      return {
        size: bytes.length,
        lastModified,
        arrayBuffer: () => Promise.resolve(bytes.buffer),
      };
    },
  };
  return {
    handle,
    write: (next: string): void => {
      text = next;
      changes += 1;
    },
    /** Lets everything that waits go on, until nothing waits any more. */
    goOn: async (): Promise<void> => {
      for (let calm = 0; calm < 5; calm++) {
        await new Promise((done) => setTimeout(done));
        for (const go of waiting.splice(0)) {
          go();
          calm = 0;
        }
      }
    },
  };
};

const versionOf = async (text: string): Promise<string> => {
  const file = slowFile(text);
  const read = readHandle(file.handle, 'd');
  await file.goOn();
  const there = await read;
  if (!there.ok) throw new Error('It cannot be read.');
  return there.value.version;
};

const watch = async (first: string) => {
  const file = slowFile(first);
  let known: string | undefined = await versionOf(first);
  const told: (string | undefined)[] = [];
  let changed = (): void => undefined;
  watchHandle(
    {
      onChange: (_handle, look) => {
        changed = look;
        return () => undefined;
      },
    },
    file.handle,
    {
      known: () => known,
      tell: (version) => {
        known = version;
        told.push(version);
      },
    },
  );
  return {
    file,
    told,
    changed: () => changed(),
    saveHere: (version: string) => {
      known = version;
    },
  };
};

test('a change that comes while the file is looked at is not missed', async () => {
  const { file, told, changed } = await watch('one');
  file.write('two');
  changed();
  // The look has begun, and holds what was there before this.
  file.write('three');
  changed();
  await file.goOn();
  expect(told.at(-1)).toBe(await versionOf('three'));
});

test('a save of our own that comes between is no news', async () => {
  const { file, told, changed, saveHere } = await watch('one');
  file.write('ours');
  changed();
  saveHere(await versionOf('ours'));
  await file.goOn();
  expect(told).toEqual([]);
  file.write('theirs');
  changed();
  await file.goOn();
  expect(told).toEqual([await versionOf('theirs')]);
});
