import {
  chmodSync,
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
    expect(replaceText(path('link.json'), 'new').ok).toBe(true);
    expect(read('real.json')).toBe('new');
    expect(statSync(path('real.json')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.json', 'real.json']);
  });
});
