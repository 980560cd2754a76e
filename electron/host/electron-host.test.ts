import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { HostApi } from '../../shared/host/host-api.ts';
import { folderContract } from '../../shared/host/testing/folder-contract.ts';
import { type HostBench, hostContract } from '../../shared/host/testing/host-contract.ts';
import { writeFolder } from './folder.ts';
import { makeElectronBench } from './testing/electron-bench.ts';

hostContract('the host of Electron', () => makeElectronBench());

folderContract('the host of Electron', async (out, files) => {
  const result = await writeFolder({ id: out, name: 'out', folder: '' }, files);
  return result.ok ? undefined : result.error.message;
});

const benches: (HostBench & { folder: string })[] = [];
const bench = async () => {
  const made = await makeElectronBench();
  benches.push(made);
  return made;
};
afterEach(async () => {
  for (const made of benches.splice(0)) await made.close();
});

const open = async (made: HostBench, name: string) => {
  made.answer('open', name);
  const opened = await made.host.openDesign();
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
};
const chooseFolder = async (made: HostBench, host: HostApi = made.host) => {
  made.answer('folder', 'out');
  const folder = await host.chooseFolder();
  if (!folder.ok) throw new Error(folder.error.message);
  return folder.value;
};
const onWindows = process.platform === 'win32';

test('a file that nobody chose is neither read nor written', async () => {
  const made = await bench();
  await made.writeOutside('secret.json', 'secret');
  const file = { id: join(made.folder, 'secret.json'), name: 'secret.json', folder: made.folder };
  expect(await made.host.readDesign(file)).toMatchObject({ error: { code: 'denied' } });
  expect(await made.host.saveDesign(file, 'x', undefined)).toMatchObject({
    error: { code: 'denied' },
  });
  expect(await made.readOutside('secret.json')).toBe('secret');
  const folder = { id: made.folder, name: 'x', folder: '' };
  const files = [{ path: 'a', text: 'b' }];
  expect(await made.host.writeFiles(folder, files)).toMatchObject({ error: { code: 'denied' } });
  expect(await made.host.compareFiles(folder, files)).toMatchObject({ error: { code: 'denied' } });
});

test('a folder that was chosen may be written after the next start', async () => {
  const made = await bench();
  const folder = await chooseFolder(made);
  const after = await made.restart();
  expect(await after.writeFiles(folder, [{ path: 'a', text: 'b' }])).toMatchObject({ ok: true });
});

test.skipIf(onWindows)('saving keeps the mode, and a link stays a link', async () => {
  const made = await bench();
  await made.writeOutside('real.json', 'before');
  await fs.chmod(join(made.folder, 'real.json'), 0o640);
  await fs.symlink('real.json', join(made.folder, 'link.json'));
  const { file, version } = await open(made, 'link.json');
  expect(await made.host.saveDesign(file, 'after', version)).toMatchObject({ ok: true });
  expect((await fs.lstat(join(made.folder, 'link.json'))).isSymbolicLink()).toBe(true);
  expect(await made.readOutside('real.json')).toBe('after');
  expect((await fs.stat(join(made.folder, 'real.json'))).mode & 0o777).toBe(0o640);
});

test('nothing is left behind, whether writing works or fails', async () => {
  const made = await bench();
  await made.writeOutside('a.json', 'before');
  const { file, version } = await open(made, 'a.json');
  made.failWrites('disk-full');
  await made.host.saveDesign(file, 'after', version);
  const folder = await chooseFolder(made);
  await made.host.writeFiles(folder, [{ path: 'a', text: 'b' }]);
  made.failWrites(undefined);
  await made.host.saveDesign(file, 'after', version);
  const names = await fs.readdir(made.folder, { recursive: true });
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.skipIf(onWindows)('links that lead out of the folder are refused', async () => {
  const made = await bench();
  const folder = await chooseFolder(made);
  await fs.mkdir(join(made.folder, 'elsewhere'));
  await fs.symlink(join(made.folder, 'elsewhere'), join(folder.id, 'src'));
  await fs.symlink('/nowhere/at/all', join(folder.id, 'dangling'));
  await fs.symlink(join(made.folder, 'elsewhere', 'x'), join(folder.id, 'file'));
  await fs.mkdir(join(folder.id, 'dir'));
  for (const path of ['src/a.mjs', 'dangling', 'dangling/a', 'file', 'dir'])
    expect(await made.host.writeFiles(folder, [{ path, text: 'x' }]), path).toMatchObject({
      error: { code: 'bad-path' },
    });
  expect(await fs.readdir(join(made.folder, 'elsewhere'))).toEqual([]);
});

test.skipIf(onWindows)('links within the folder are followed', async () => {
  const made = await bench();
  const folder = await chooseFolder(made);
  await fs.mkdir(join(folder.id, 'real'));
  await fs.symlink('real', join(folder.id, 'src'));
  expect(await made.host.writeFiles(folder, [{ path: 'src/a', text: 'x' }])).toMatchObject({
    ok: true,
  });
  expect(await made.readOutside('out/real/a')).toBe('x');
});

test('files that are the same are not touched', async () => {
  const made = await bench();
  const folder = await chooseFolder(made);
  await made.writeOutside('out/a', 'x');
  const before = await fs.stat(join(folder.id, 'a'), { bigint: true });
  await made.host.writeFiles(folder, [{ path: 'a', text: 'x' }]);
  expect((await fs.stat(join(folder.id, 'a'), { bigint: true })).ino).toBe(before.ino);
});

test('a name without an ending gets one, and asks before it replaces', async () => {
  const made = await bench();
  made.answer('save', 'orders');
  expect(await made.host.saveDesignAs('x', 'one')).toMatchObject({
    value: { file: { name: 'orders.isobar.json' } },
  });
  made.confirm = false;
  made.answer('save', 'orders');
  expect(await made.host.saveDesignAs('x', 'two')).toMatchObject({ error: { code: 'cancelled' } });
  expect(await made.readOutside('orders.isobar.json')).toBe('one');
});

test('settings that are broken are put aside, and the app starts', async () => {
  const made = await bench();
  await made.host.writeSettings({ a: 1 });
  await fs.writeFile(join(made.ownFolder, 'settings.json'), '{ broken');
  await fs.writeFile(join(made.ownFolder, 'recent.json'), '[{"file":7}]');
  const after = await made.restart();
  expect(await after.readSettings()).toBeNull();
  expect(await after.recentFiles()).toEqual([]);
  expect(await fs.readFile(join(made.ownFolder, 'settings.json.broken'), 'utf8')).toBe('{ broken');
});

test('a file that is no text, and one that is a folder, are refused in words', async () => {
  const made = await bench();
  await fs.writeFile(join(made.folder, 'a.json'), Uint8Array.of(0xff, 0x00));
  await fs.mkdir(join(made.folder, 'b.json'));
  for (const name of ['a.json', 'b.json']) {
    made.answer('open', name);
    const opened = await made.host.openDesign();
    expect(opened).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(opened.ok || opened.error.message).toContain(`${name} could not be opened: `);
  }
});

test('a byte order mark is no part of the text', async () => {
  const made = await bench();
  await made.writeOutside('a.json', '\ufeff{}');
  expect((await open(made, 'a.json')).text).toBe('{}');
});
