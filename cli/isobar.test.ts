import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCli } from '../tools/bundle.mjs';
import { root } from './testing/machine.ts';

/*
 * From end to end: the bundle as a process of its own.
 */

let folder = '';
const isobar = (typed: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'isobar.mjs'), ...typed],
    { cwd: folder, encoding: 'utf8', ...(input !== undefined && { input }) },
  );
  return { status, stdout, stderr };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-e2e-'));
  await bundleCli(esbuild, { root, outfile: join(folder, 'isobar.mjs') });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('from a template to a folder that deploys', () => {
  const made = isobar(['new', 'serverless-rest-api']);
  expect([made.status, made.stderr]).toEqual([0, '']);
  writeFileSync(join(folder, 'd.isobar.json'), made.stdout);
  expect(isobar(['validate', 'd.isobar.json'])).toMatchObject({ status: 0, stderr: '' });
  for (const to of ['sam', 'cdk']) {
    const { status, stderr } = isobar(['export', 'd.isobar.json', '--to', to, '--out', to]);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/wrote \d+ files/)]);
  }
  expect(existsSync(join(folder, 'sam/template.yaml'))).toBe(true);
  expect(existsSync(join(folder, 'cdk/cdk.json'))).toBe(true);
});

test('a picture has AWS’s icons in it', () => {
  const { stdout } = isobar(
    ['export', '-', '--to', 'svg'],
    isobar(['new', 'fan-out-with-dlq']).stdout,
  );
  expect(stdout).toContain('<symbol id="icon-AWSLambda"');
  expect(stdout).toContain('<symbol id="icon-AmazonSimpleQueueService"');
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(isobar(['--version']).stdout).toBe(`${version}\n`);
});

test('exit codes are 0, 1 and 2, and the streams are kept apart', () => {
  const broken = JSON.stringify({
    formatVersion: 1,
    name: 'x',
    region: 'eu-west-1',
    nodes: [{ id: 'a', kind: 'nothing', name: 'a', position: { x: 0, y: 0 }, properties: {} }],
    connections: [],
  });
  const found = isobar(['validate', '-'], broken);
  expect(found).toMatchObject({ status: 1, stderr: '' });
  expect(found.stdout).toContain('error[model/unknown-kind]');
  // No terminal, no colours.
  expect(found.stdout).not.toContain('\u001b');
  expect(isobar(['validate', '-'], 'not json')).toMatchObject({ status: 2, stdout: '' });
  expect(isobar(['validate', '-'], '')).toMatchObject({ status: 2, stdout: '' });
  expect(isobar(['validate', '.'])).toMatchObject({ status: 2, stdout: '' });
  writeFileSync(join(folder, 'latin1.json'), Buffer.from([0x7b, 0xe9, 0x7d]));
  expect(isobar(['validate', 'latin1.json']).stderr).toContain('not text in UTF-8');
});
