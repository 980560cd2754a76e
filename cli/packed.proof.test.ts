import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostBytes, packageFileOf, packCli } from '../tools/pack-cli.mjs';
import { root } from './testing/machine.ts';

/*
 * The command line as whoever installs it gets it: packed, put into an empty folder without a network, and used.
 */

let folder = '';
let packed: Awaited<ReturnType<typeof packCli>>;
const home = (): string => join(folder, 'empty');

const run = (command: string, ...typed: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, typed, {
    cwd: home(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
};
const isobar = (...typed: readonly string[]) =>
  run(join(home(), 'node_modules', '.bin', 'isobar'), ...typed);

const bytesBelow = (path: string): number =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-packed-'));
  packed = await packCli(folder);
  mkdirSync(home());
  writeFileSync(join(home(), 'package.json'), '{"private":true}');
  const cache = join(folder, 'no-cache');
  // An empty cache and no network: whatever it needs has to be in it.
  const installed = run(
    'npm',
    'install',
    packed.path,
    '--offline',
    '--cache',
    cache,
    '--no-audit',
    '--no-fund',
  );
  expect([installed.status, installed.stderr.match(/ERR!.*/g)]).toEqual([0, null]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it weighs at most 5 MB, and brings nothing else along', () => {
  expect(packed.unpackedBytes).toBeLessThanOrEqual(mostBytes);
  expect(bytesBelow(join(home(), 'node_modules'))).toBeLessThanOrEqual(mostBytes);
  expect(readdirSync(join(home(), 'node_modules')).sort()).toEqual([
    '.bin',
    '.package-lock.json',
    'isobar',
  ]);
  expect([...packed.files].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'NOTICE',
    'README.md',
    'isobar.mjs',
    'package.json',
    'third-party-licences.txt',
  ]);
  console.log(`packed ${packed.bytes} bytes, unpacked ${packed.unpackedBytes}`);
});

test('its package.json needs nothing, and nothing of Electron', () => {
  const own = JSON.parse(readFileSync(join(home(), 'node_modules/isobar/package.json'), 'utf8'));
  expect(Object.keys(own).filter((key) => /dependencies|scripts|private|main/i.test(key))).toEqual(
    [],
  );
  expect(JSON.stringify(own)).not.toMatch(/electron/i);
  expect(packageFileOf(own, 'someone/isobar')).toMatchObject({
    repository: { url: 'git+https://github.com/someone/isobar.git' },
  });
  const licences = readFileSync(
    join(home(), 'node_modules/isobar/third-party-licences.txt'),
    'utf8',
  );
  for (const name of ['yaml', 'zod', 'aws-icons'])
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(licences).not.toMatch(/^(?:electron|react|monaco-editor) \d/m);
});

test('it does its work from there', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(isobar('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  const made = isobar('new', 'serverless-rest-api');
  expect([made.status, made.stderr]).toEqual([0, '']);
  writeFileSync(join(home(), 'shop.isobar.json'), made.stdout);
  expect(isobar('validate', 'shop.isobar.json').status).toBe(0);
  for (const to of ['sam', 'cdk'])
    expect(isobar('export', 'shop.isobar.json', '--to', to, '--out', to)).toMatchObject({
      status: 0,
    });
  expect(existsSync(join(home(), 'sam/template.yaml'))).toBe(true);
  expect(existsSync(join(home(), 'cdk/cdk.json'))).toBe(true);
  expect(isobar('export', 'shop.isobar.json', '--to', 'svg').stdout).toContain(
    '<symbol id="icon-AWSLambda"',
  );
  expect(isobar('explain', 'sqs-queue', 'lambda').status).toBe(0);
  expect(isobar('completions', 'bash').stdout).toContain('complete -F _isobar isobar');
  expect(isobar('no-such-command').status).toBe(2);
});

test('the project itself packs to the command line too, without anything to install', () => {
  const { status, stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(status).toBe(0);
  // npm packs what `main` names whatever else is said, and that is for Electron.
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  const allowed = [
    'CHANGELOG.md',
    'LICENSE',
    'NOTICE',
    'README.md',
    'dist/isobar.mjs',
    'package.json',
    '.vite/build/main.cjs',
  ];
  expect(paths.filter((path) => !allowed.includes(path))).toEqual([]);
});
