import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderContract } from '../shared/host/testing/folder-contract.ts';
import { replaceText, writeFolder, writeOne } from './write-files.ts';

let folder = '';
const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'isobar-write-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

folderContract('the command line', (out, files) => {
  const result = writeFolder(out, files, { overwrite: true });
  return Promise.resolve(result.ok ? undefined : result.error.message);
});

test.each(['a', '.gitignore', 'src/a-b/index.mjs', '.github/workflows/x.yml', 'Größe'])(
  '%j is a path like any other',
  (path_) => {
    expect(writeFolder(path('out'), [{ path: path_, text: 'x' }], { overwrite: false }).ok).toBe(
      true,
    );
  },
);

describe('a folder', () => {
  const files = [
    { path: 'a.txt', text: 'one' },
    { path: 'deep/er/b.txt', text: 'two' },
  ];

  test('is made with all that is in it', () => {
    const result = writeFolder(path('out'), files, { overwrite: false });
    expect(result).toEqual({
      ok: true,
      value: { written: ['a.txt', 'deep/er/b.txt'], unchanged: [] },
    });
    expect(read('out/deep/er/b.txt')).toBe('two');
    expect(readdirSync(path('out')).sort()).toEqual(['a.txt', 'deep']);
  });

  test('is left alone when it holds the same already', () => {
    writeFolder(path('out'), files, { overwrite: false });
    const result = writeFolder(path('out'), files, { overwrite: false });
    expect(result).toEqual({
      ok: true,
      value: { written: [], unchanged: ['a.txt', 'deep/er/b.txt'] },
    });
  });

  test('keeps what is there, unless told otherwise, and writes nothing at all then', () => {
    mkdirSync(path('out/deep/er'), { recursive: true });
    writeFileSync(path('out/deep/er/b.txt'), 'mine');
    const result = writeFolder(path('out'), files, { overwrite: false });
    expect(result).toMatchObject({ ok: false, error: { existing: ['deep/er/b.txt'] } });
    expect(read('out/deep/er/b.txt')).toBe('mine');
    expect(existsSync(path('out/a.txt'))).toBe(false);
    expect(writeFolder(path('out'), files, { overwrite: true }).ok).toBe(true);
    expect(read('out/deep/er/b.txt')).toBe('two');
  });

  test('is not left by a symbolic link', () => {
    mkdirSync(path('out'));
    mkdirSync(path('elsewhere'));
    symlinkSync(path('elsewhere'), path('out/deep'));
    const result = writeFolder(path('out'), files, { overwrite: true });
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('symbolic link') },
    });
    expect(readdirSync(path('elsewhere'))).toEqual([]);
  });

  test('may be a link itself, and may hold links that stay in it', () => {
    mkdirSync(path('real/inner/er'), { recursive: true });
    symlinkSync(path('real'), path('out'));
    symlinkSync(path('real/inner'), path('real/deep'));
    expect(writeFolder(path('out'), files, { overwrite: false }).ok).toBe(true);
    expect(read('real/inner/er/b.txt')).toBe('two');
  });

  test('does not write through a link in the place of a file', () => {
    mkdirSync(path('out'));
    writeFileSync(path('victim'), 'precious');
    symlinkSync(path('victim'), path('out/a.txt'));
    expect(writeFolder(path('out'), files, { overwrite: false })).toMatchObject({
      ok: false,
      error: { existing: ['a.txt'] },
    });
    expect(writeFolder(path('out'), files, { overwrite: true }).ok).toBe(true);
    expect(read('victim')).toBe('precious');
    expect(read('out/a.txt')).toBe('one');
  });

  test('cannot be where a file is, nor a file where a folder is', () => {
    writeFileSync(path('out'), '');
    expect(writeFolder(path('out'), files, { overwrite: true })).toMatchObject({ ok: false });
    mkdirSync(path('other/a.txt'), { recursive: true });
    expect(writeFolder(path('other'), files, { overwrite: true })).toMatchObject({ ok: false });
    expect(readdirSync(path('other'))).toEqual(['a.txt']);
  });
});

describe('a file', () => {
  test('is written whole, and nothing else is left', () => {
    expect(writeOne(path('a.svg'), 'one', { overwrite: false }).ok).toBe(true);
    expect(writeOne(path('a.svg'), 'one', { overwrite: false })).toMatchObject({
      ok: true,
      value: { written: [] },
    });
    expect(writeOne(path('a.svg'), 'two', { overwrite: false })).toMatchObject({
      ok: false,
      error: { existing: ['a.svg'] },
    });
    expect(writeOne(path('a.svg'), 'two', { overwrite: true }).ok).toBe(true);
    expect(read('a.svg')).toBe('two');
    expect(readdirSync(folder)).toEqual(['a.svg']);
  });

  test('needs a folder that is there, and is no folder', () => {
    expect(writeOne(path('no/a.svg'), 'one', { overwrite: true })).toMatchObject({ ok: false });
    expect(writeOne(folder, 'one', { overwrite: true })).toMatchObject({ ok: false });
  });

  test('keeps its mode and its link when its text is replaced', () => {
    writeFileSync(path('real.json'), 'old');
    chmodSync(path('real.json'), 0o640);
    symlinkSync(path('real.json'), path('link.json'));
    expect(replaceText(path('link.json'), 'old', 'new').ok).toBe(true);
    expect(read('real.json')).toBe('new');
    expect(statSync(path('real.json')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.json', 'real.json']);
  });

  test('is not replaced when it is read-only, or was changed since it was read', () => {
    writeFileSync(path('a.json'), 'old');
    chmodSync(path('a.json'), 0o444);
    expect(replaceText(path('a.json'), 'old', 'new')).toMatchObject({
      error: { message: expect.stringContaining('read-only') },
    });
    chmodSync(path('a.json'), 0o644);
    expect(replaceText(path('a.json'), 'older', 'new')).toMatchObject({
      error: { message: expect.stringContaining('Another program changed') },
    });
    expect(read('a.json')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test('what the disk says is said in words', () => {
    mkdirSync(path('full'));
    const long = writeOne(path('x'.repeat(300)), 'one', { overwrite: true });
    expect(long).toMatchObject({ error: { message: expect.stringContaining('too long') } });
    writeFileSync(path('file'), '');
    const below = writeFolder(path('file/out'), [{ path: 'a', text: '' }], { overwrite: true });
    expect(below).toMatchObject({ error: { message: expect.stringContaining('not a folder') } });
  });
});

const isAdministrator = process.getuid?.() === 0;

/** Runs with a disk of 64 KB in place of a folder; false where none can be mounted. */
const onSmallDisk = (name: string, run: () => void): boolean => {
  mkdirSync(path(name));
  const mount = ['-t', 'tmpfs', '-o', 'size=65536', 'tmpfs', path(name)];
  if (!isAdministrator || spawnSync('mount', mount).status !== 0) return false;
  try {
    run();
    return true;
  } finally {
    spawnSync('umount', [path(name)]);
  }
};

test('a full disk is said, and what was there is whole (a real disk of 64 KB)', (context) => {
  const could = onSmallDisk('small', () => {
    writeFileSync(path('small/a.json'), 'old');
    const long = 'x'.repeat(100_000);
    expect(replaceText(path('small/a.json'), 'old', long)).toMatchObject({
      error: { message: expect.stringContaining('The disk is full.') },
    });
    const files = ['a', 'b'].map((name) => ({ path: name, text: 'x'.repeat(40_000) }));
    expect(writeFolder(path('small/out'), files, { overwrite: true }).ok).toBe(false);
    expect(read('small/a.json')).toBe('old');
    expect(readdirSync(path('small'), { recursive: true }).toSorted()).toEqual(['a.json', 'out']);
  });
  if (!could) context.skip('no small disk can be mounted here');
});

test('the owner of a file stays its owner', (context) => {
  if (!isAdministrator) return context.skip('only an administrator can give a file away');
  writeFileSync(path('a.json'), 'old');
  chownSync(path('a.json'), 1234, 5678);
  expect(replaceText(path('a.json'), 'old', 'new').ok).toBe(true);
  expect(statSync(path('a.json'))).toMatchObject({ uid: 1234, gid: 5678 });
});
