import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutputFile } from '../host-api.ts';

/*
 * What everything that writes an export to a disk keeps to, the desktop app and the command line alike: not one byte
 * outside of the folder that a person chose. Run over the code that really writes.
 */

/** Writes files below a folder, over what is there. Undefined: they were written; a text: why not one of them was. */
export type WriteBelow = (
  folder: string,
  files: readonly OutputFile[],
) => Promise<string | undefined>;

/** Paths that leave the folder, or would on some system, or are no names there. */
const hostilePaths: readonly string[] = [
  '',
  '.',
  '..',
  '../outside.txt',
  '../../outside.txt',
  'a/../../outside.txt',
  'a/..',
  './a',
  'a/./b',
  'a//b',
  'a/',
  '/outside.txt',
  '//server/share/x',
  '\\\\server\\share\\x',
  '\\\\?\\C:\\x',
  '\\\\.\\pipe\\x',
  '..\\outside.txt',
  'a\\..\\..\\outside.txt',
  '\\x',
  'C:x',
  'C:\\x',
  'c:/x',
  'Z:',
  'file:///etc/passwd',
  'a.txt:stream',
  'a.txt::$DATA',
  'a\u0000.txt',
  'a\nb',
  'a\u001b[31m',
  'a\u007f',
  'a?b',
  'a*',
  'a|b',
  'a<b',
  'a>b',
  'a"b',
  'a.',
  'a ',
  'a/b.',
  'a/b /c',
  '...',
  '.. /x',
  ...['con', 'PRN', 'aux', 'nul', 'COM1', 'com9', 'lpt1', 'LPT9', 'COM\u00b9', 'lpt\u00b3'],
  ...['CONIN$', 'conout$', 'nul.txt', 'CON.tar.gz', 'a/aux', 'aux/a', 'con .txt', 'NUL .x'],
  'x'.repeat(300),
  `${'y/'.repeat(600)}z`,
];

/** Files that are one and the same on a system that does not tell them apart. */
const clashes: readonly (readonly string[])[] = [
  ['a', 'a'],
  ['README.md', 'readme.md'],
  ['src/A.mjs', 'SRC/a.mjs'],
  ['\u00e9', 'e\u0301'],
  ['\u00c9', 'e\u0301'],
  ['\u03c3', '\u03c2'],
  ['s', '\u017f'],
  ['k', '\u212a'],
  ['stra\u00dfe', 'STRASSE'],
  ['a', 'a/b'],
  ['A/b', 'a'],
];

/** Everything below a folder: what each path is, and what is in it. Links are not followed. */
const snapshot = (root: string): ReadonlyMap<string, string> =>
  new Map(
    fs
      .readdirSync(root, { recursive: true, withFileTypes: true })
      .map((entry): readonly [string, string] => {
        const path = join(entry.parentPath, entry.name);
        if (entry.isSymbolicLink()) return [path, `link to ${fs.readlinkSync(path)}`];
        return [path, entry.isDirectory() ? 'folder' : fs.readFileSync(path, 'utf8')];
      }),
  );

/** A folder that was chosen, among others that were not, with links in it that lead everywhere. */
const scene = () => {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'isobar-folder-')));
  const out = join(root, 'deep', 'out');
  for (const name of ['deep/out/real', 'elsewhere', 'deep/out-beside'])
    fs.mkdirSync(join(root, name), { recursive: true });
  fs.writeFileSync(join(root, 'outside.txt'), 'precious');
  fs.writeFileSync(join(root, 'elsewhere', 'x'), 'precious');
  fs.writeFileSync(join(out, 'real', 'there'), 'old');
  if (process.platform !== 'win32') {
    fs.symlinkSync(join(root, 'elsewhere'), join(out, 'away'));
    fs.symlinkSync('../..', join(out, 'up'));
    // A name that begins like that of the folder is another folder.
    fs.symlinkSync('../out-beside', join(out, 'beside'));
    fs.symlinkSync(join(root, 'outside.txt'), join(out, 'file-away'));
    fs.symlinkSync('/nowhere/at/all', join(out, 'dangling'));
    fs.symlinkSync('../../not-there-yet', join(out, 'dangling-up'));
    fs.symlinkSync('real', join(out, 'inner'));
    fs.symlinkSync('away', join(out, 'twice'));
    fs.symlinkSync('loop', join(out, 'loop'));
  }
  const outsideOf = (all: ReadonlyMap<string, string>) =>
    [...all].filter(([path]) => !path.startsWith(`${out}/`) && !path.startsWith(`${out}\\`));
  const before = outsideOf(snapshot(root));
  return {
    out,
    expectNothingOutside: (what: string) => expect(outsideOf(snapshot(root)), what).toEqual(before),
    inside: () => [...snapshot(out).keys()].map((path) => path.slice(out.length + 1)),
    end: () => fs.rmSync(root, { recursive: true, force: true }),
  };
};

const part = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostilePaths) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['a', 'b', 'A', 'src', 'real', 'there', 'away', 'up', 'beside', 'file-away', 'dangling'],
      ...['dangling-up', 'inner', 'twice', 'loop', 'x', 'outside.txt', 'not-there-yet'],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
);
const anyPath = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

/** Tests one writer. */
export const folderContract = (title: string, write: WriteBelow): void => {
  describe(`${title}: an export stays in its folder`, () => {
    test.each(hostilePaths)('nothing is written for %j', async (path) => {
      const { out, expectNothingOutside, inside, end } = scene();
      try {
        const before = inside();
        const refused = await write(out, [
          { path: 'good.txt', text: 'x' },
          { path, text: 'evil' },
        ]);
        expect(refused).toEqual(expect.any(String));
        expect(inside()).toEqual(before);
        expectNothingOutside(path);
      } finally {
        end();
      }
    });

    test.each(clashes)('nothing is written for %j and %j together', async (...paths) => {
      const { out, inside, end } = scene();
      try {
        const before = inside();
        expect(
          await write(
            out,
            paths.map((path) => ({ path, text: path })),
          ),
        ).toEqual(expect.any(String));
        expect(inside()).toEqual(before);
      } finally {
        end();
      }
    });

    test
      .skipIf(process.platform === 'win32')
      .each([
        'away/x',
        'away/new',
        'up/outside.txt',
        'up/new',
        'beside/new',
        'twice/x',
        'dangling/new',
        'dangling-up/new',
        'loop/x',
      ])('no link is followed out of it: %s', async (path) => {
      const { out, expectNothingOutside, end } = scene();
      try {
        expect(await write(out, [{ path, text: 'evil' }])).toEqual(expect.any(String));
        expectNothingOutside(path);
      } finally {
        end();
      }
    });

    test('whatever the paths are, all outside stays as it was, and what was written is whole', async () => {
      const numRuns = Number(process.env.ISOBAR_FUZZ_RUNS ?? 0) || 150;
      let written = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyPath, { minLength: 1, maxLength: 3 }), async (paths) => {
          const { out, expectNothingOutside, end } = scene();
          try {
            const files = paths.map((path, at) => ({ path, text: `text ${at}` }));
            const refused = await write(out, files);
            expectNothingOutside(JSON.stringify(paths));
            if (refused !== undefined) return;
            written += 1;
            for (const { path, text } of files) {
              const target = join(out, ...path.split('/'));
              expect(fs.readFileSync(target, 'utf8')).toBe(text);
              expect(`${fs.realpathSync(dirname(target))}/`).toContain(`${out}/`);
            }
          } finally {
            end();
          }
        }),
        { numRuns },
      );
      expect(written).toBeGreaterThan(0);
    });
  });
};
