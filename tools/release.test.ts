import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gatherRelease } from './gather-release.mjs';
import { releaseNotes } from './release-notes.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): void => {
  mkdirSync(join(folder, 'from', name, '..'), { recursive: true });
  writeFileSync(join(folder, 'from', name), text);
};
const gather = () => gatherRelease(join(folder, 'from'), join(folder, 'to'));

describe('what is released', () => {
  test('lies in one folder, with checksums that name each file', () => {
    put('a/make/Isobar-1.0.0-linux-x64.AppImage', 'one');
    put('b/Isobar Setup.exe', 'two');
    put('b/latest.yml', 'left out');
    put('b/Isobar.exe.blockmap', 'left out');
    put('c/isobar-app.cdx.json', '{}');
    expect(gather()).toEqual([
      'Isobar-1.0.0-linux-x64.AppImage',
      'Isobar-Setup.exe',
      'isobar-app.cdx.json',
    ]);
    expect(readdirSync(join(folder, 'to')).sort()).toEqual([
      'Isobar-1.0.0-linux-x64.AppImage',
      'Isobar-Setup.exe',
      'SHA256SUMS',
      'isobar-app.cdx.json',
    ]);
    const sums = readFileSync(join(folder, 'to', 'SHA256SUMS'), 'utf8');
    expect(sums).toContain(
      `${createHash('sha256').update('one').digest('hex')}  Isobar-1.0.0-linux-x64.AppImage\n`,
    );
    expect(sums).toContain(
      `${createHash('sha256').update('two').digest('hex')}  Isobar-Setup.exe\n`,
    );
  });

  test('never is one of two files of a name, nor nothing', () => {
    put('x64/Isobar.exe', '1');
    put('arm64/Isobar.exe', '2');
    expect(gather).toThrow('Two files of the release are called Isobar.exe');
    rmSync(join(folder, 'from'), { recursive: true });
    put('only.txt', '');
    expect(gather).toThrow('nothing to release');
  });
});

describe('the notes of a release', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.3] - 2026-11-21\n\n### Added\n\n- this\n\n## [1.2.2] - 2026-11-01\n\n- before\n';

  test('are its part of the changelog', () => {
    expect(releaseNotes('v1.2.3', '1.2.3', changelog)).toBe('### Added\n\n- this\n');
    expect(releaseNotes('v1.2.2', '1.2.2', changelog)).toBe('- before\n');
  });

  test.each([
    ['v1.2.4', '1.2.3', 'but package.json says 1.2.3'],
    ['v1.2.4', '1.2.4', 'has no heading'],
    ['1.2.3', '1.2.3', 'no tag of a release'],
    ['v1.2.3; rm -rf ~', '1.2.3', 'no tag of a release'],
    ['', '1.2.3', 'no tag of a release'],
  ])('%s of %s is refused: %s', (tag, version, why) => {
    expect(() => releaseNotes(tag, version, changelog)).toThrow(why);
  });
});
