import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { asOrdinary, freeze, smallDisk } from './testing/bad-places.ts';
import { type ElectronBench, makeElectronBench } from './testing/electron-bench.ts';

/*
 * What a person's disk can do to a save. In each case the old file is whole, nothing is left beside it, the message
 * says what to do, and the copy for after a crash can still be written.
 */

const calls = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const kind = (path: unknown): string =>
    String(path).endsWith('.tmp') ? 'beside' : String(path).endsWith('.json') ? 'file' : 'folder';
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      const handle = await real.open(...args);
      const of = kind(args[0]);
      for (const name of ['writeFile', 'sync', 'close'] as const) {
        const call = handle[name].bind(handle) as (...given: unknown[]) => Promise<void>;
        Object.assign(handle, {
          [name]: async (...given: unknown[]) => {
            await call(...given);
            calls.push(`${name} ${of}`);
          },
        });
      }
      return handle;
    },
    rename: async (from: string, to: string) => {
      await real.rename(from, to);
      calls.push(`rename ${kind(from)} to ${kind(to)}`);
    },
  };
});

const benches: ElectronBench[] = [];
const ends: (() => unknown)[] = [];
const bench = async (): Promise<ElectronBench> => {
  const made = await makeElectronBench();
  benches.push(made);
  return made;
};
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  for (const made of benches.splice(0)) await made.close();
});

const open = async (made: ElectronBench, name: string) => {
  made.answer('open', name);
  const opened = await made.host.openDesign();
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
};
const opened = async (made: ElectronBench, name = 'a.json') => {
  await made.writeOutside(name, 'before');
  return open(made, name);
};
const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await fs.readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

/** The copy for after a crash is written, and found at the next start. */
const canBeRecovered = async (made: ElectronBench): Promise<void> => {
  const work = { key: 'work', name: 'Work', text: 'the work', savedAt: 1 };
  expect(await made.host.writeRecovery(work)).toMatchObject({ ok: true });
  expect(await (await made.restart()).recoveries()).toEqual([work]);
};

test('a save is on disk before it takes the place of the old file, and the folder after that', async () => {
  const made = await bench();
  const { file, version } = await opened(made);
  calls.length = 0;
  expect(await made.host.saveDesign(file, 'after', version)).toMatchObject({ ok: true });
  expect(calls.slice(0, 6)).toEqual([
    'writeFile beside',
    'sync beside',
    'close beside',
    'rename beside to file',
    'sync folder',
    'close folder',
  ]);
});

describe('a full disk', () => {
  test('is said, and all is as it was: a disk of 64 KB', async (context) => {
    const made = await bench();
    const disk = await smallDisk(join(made.folder, 'small'), 64 * 1024);
    // Where no disk can be mounted, the contract of hosts still tries the error.
    if (!disk) return context.skip('no small disk can be mounted here');
    ends.push(disk.end);
    const { file, version } = await opened(made, 'small/a.json');
    const failed = await made.host.saveDesign(file, 'x'.repeat(100_000), version);
    expect(failed).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(failed.ok || failed.error.message).toContain('Make room, then save again');
    expect(await filesIn(join(made.folder, 'small'))).toEqual(['a.json']);
    expect(await made.readOutside('small/a.json')).toBe('before');
    await canBeRecovered(made);
    expect(await made.host.saveDesign(file, 'smaller', version)).toMatchObject({ ok: true });
  });

  test('takes nothing of an export that does not fit', async (context) => {
    const made = await bench();
    const disk = await smallDisk(join(made.folder, 'out'), 64 * 1024);
    if (!disk) return context.skip('no small disk can be mounted here');
    ends.push(disk.end);
    await made.writeOutside('out/a', 'before');
    made.answer('folder', 'out');
    const folder = await made.host.chooseFolder();
    if (!folder.ok) throw new Error('no folder');
    const files = ['a', 'b', 'c'].map((path) => ({ path, text: 'x'.repeat(30_000) }));
    expect(await made.host.writeFiles(folder.value, files)).toMatchObject({
      error: { code: 'disk-full' },
    });
    expect(await filesIn(folder.value.id)).toEqual(['a']);
    expect(await made.readOutside('out/a')).toBe('before');
  });
});

test.skipIf(process.platform === 'win32')(
  'a folder that may not be written: said, and nothing is changed',
  async () => {
    const made = await bench();
    const { file, version } = await opened(made, 'closed/a.json');
    const folder = join(made.folder, 'closed');
    await fs.chmod(join(folder, 'a.json'), 0o666);
    await fs.chmod(folder, 0o555);
    ends.push(() => fs.chmod(folder, 0o755));
    for (const up of [join(made.folder, '..'), made.folder]) await fs.chmod(up, 0o755);
    const failed = await asOrdinary(() => made.host.saveDesign(file, 'after', version));
    expect(failed).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(failed.ok || failed.error.message).toContain('Save it in another folder');
    expect(await filesIn(folder)).toEqual(['a.json']);
    expect(await made.readOutside('closed/a.json')).toBe('before');
    await canBeRecovered(made);
  },
);

test('a file that the system holds: said, and whole', async (context) => {
  const made = await bench();
  const { file, version } = await opened(made);
  const frozen = freeze(join(made.folder, 'a.json'));
  if (!frozen) return context.skip('no file can be made immutable here');
  ends.push(frozen.end);
  expect(await made.host.saveDesign(file, 'after', version)).toMatchObject({
    ok: false,
    error: { code: 'denied' },
  });
  expect(await filesIn(made.folder)).toEqual(['a.json']);
  expect(await made.readOutside('a.json')).toBe('before');
  await canBeRecovered(made);
});

test('a file that another program has locked (error of Windows, put in by hand): said, and whole', async () => {
  const made = await bench();
  const { file, version } = await opened(made);
  made.failWrites('locked');
  const failed = await made.host.saveDesign(file, 'after', version);
  expect(failed).toMatchObject({ ok: false, error: { code: 'failed' } });
  expect(failed.ok || failed.error.message).toContain('another program is using it; try again');
  made.failWrites(undefined);
  expect(await filesIn(made.folder)).toEqual(['a.json']);
  expect(await made.readOutside('a.json')).toBe('before');
  expect(await made.host.saveDesign(file, 'after', version)).toMatchObject({ ok: true });
});

test('a folder that vanished: said, with what to do, and the work can be saved elsewhere', async () => {
  const made = await bench();
  const { file, version } = await opened(made, 'gone/a.json');
  await fs.rm(join(made.folder, 'gone'), { recursive: true });
  for (const known of [version, undefined]) {
    const failed = await made.host.saveDesign(file, 'after', known);
    expect(failed).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(failed.ok || failed.error.message).toContain('Save it under a new name');
  }
  made.answer('save', 'b.isobar.json');
  expect(await made.host.saveDesignAs('b', 'after')).toMatchObject({ ok: true });
  await canBeRecovered(made);
});

describe('two at one file', () => {
  test('of two windows that save at once one is told, whichever way they came to the file', async () => {
    const made = await bench();
    const { file, version } = await opened(made);
    await fs.symlink('a.json', join(made.folder, 'link.json'));
    const other = await made.secondWindow();
    made.answer('open', 'link.json');
    const second = await other.openDesign();
    if (!second.ok) throw new Error(second.error.message);
    const both = await Promise.all([
      made.host.saveDesign(file, 'mine', version),
      other.saveDesign(second.value.file, 'theirs', second.value.version),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'changed' } });
    expect(await made.readOutside('a.json')).toBe(both[0].ok ? 'mine' : 'theirs');
  });

  test('what another program writes while a save goes to the disk is not overwritten', async () => {
    const made = await bench();
    const { file, version } = await opened(made);
    made.onWrite(() => fs.writeFile(join(made.folder, 'a.json'), 'theirs'));
    expect(await made.host.saveDesign(file, 'mine', version)).toMatchObject({
      ok: false,
      error: { code: 'changed' },
    });
    made.onWrite(undefined);
    expect(await made.readOutside('a.json')).toBe('theirs');
    expect(await filesIn(made.folder)).toEqual(['a.json']);
  });

  test('who wrote the very same is no conflict', async () => {
    const made = await bench();
    const { file, version } = await opened(made);
    await made.writeOutside('a.json', 'mine');
    expect(await made.host.saveDesign(file, 'mine', version)).toMatchObject({ ok: true });
  });
});

test.skipIf(process.platform === 'win32')(
  'mode and group stay, also of a file of somebody else; links to nowhere are followed',
  async () => {
    const made = await bench();
    const { file, version } = await opened(made);
    const path = join(made.folder, 'a.json');
    const isAdministrator = process.getuid?.() === 0;
    if (isAdministrator) await fs.chown(path, 1234, 5678);
    await fs.chmod(path, 0o2664);
    const before = await fs.stat(path);
    expect(await made.host.saveDesign(file, 'after', version)).toMatchObject({ ok: true });
    const { mode, uid, gid, ino } = await fs.stat(path);
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
    expect(ino).not.toBe(before.ino);

    await fs.symlink('two.json', join(made.folder, 'one.json'));
    await fs.symlink('three.json', join(made.folder, 'two.json'));
    made.answer('save', 'one.json');
    expect(await made.host.saveDesignAs('x', 'text')).toMatchObject({ ok: true });
    expect(await made.readOutside('three.json')).toBe('text');
    expect((await fs.lstat(join(made.folder, 'two.json'))).isSymbolicLink()).toBe(true);
  },
);

test('what a killed program left half written is cleared away, and nothing else', async () => {
  const made = await bench();
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const old = new Date(-2 * 60 * 60 * 1000);
  for (const name of [`.a.json.${id}.tmp`, `.b.json.${id}.tmp`, '.a.json.mine.tmp']) {
    await made.writeOutside(name, 'half');
    await fs.utimes(join(made.folder, name), old, old);
  }
  const young = `.a.json.${id.replace('0', '1')}.tmp`;
  await made.writeOutside(young, 'half');
  await fs.mkdir(join(made.ownFolder, 'recovery'), { recursive: true });
  await fs.writeFile(join(made.ownFolder, 'recovery', `.x.${id}.tmp`), 'half');
  await made.restart();
  expect(await filesIn(made.ownFolder)).not.toContain(`.x.${id}.tmp`);
  await opened(made);
  await vi.waitFor(async () =>
    expect((await filesIn(made.folder)).toSorted()).toEqual(
      ['.a.json.mine.tmp', young, `.b.json.${id}.tmp`, 'a.json'].toSorted(),
    ),
  );
});

test('copies for after a crash are kept in the order they were handed in', async () => {
  const made = await bench();
  const write = (text: string) =>
    made.host.writeRecovery({ key: 'k', name: 'n', text, savedAt: 1 });
  const texts = Array.from(
    { length: 30 },
    (_, index) => `${index} ${'x'.repeat((index % 7) * 10_000)}`,
  );
  await Promise.all([...texts.map(write), made.host.dropRecovery('k'), write('last')]);
  expect(await made.host.recoveries()).toMatchObject([{ text: 'last' }]);
  await Promise.all([write('more'), made.host.dropRecovery('k')]);
  expect(await made.host.recoveries()).toEqual([]);
});
