import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { licencesOf } from './licences.mjs';
import { allowedLicences, billOf, licenceProblem } from './sbom.mjs';
import { mayShip, shippedInCli } from './shipped.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packageFile = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const component = (name: string, version: string, licence: string, development = true) => ({
  'bom-ref': `${name}@${version}`,
  type: 'library',
  name,
  version,
  scope: 'optional',
  licenses: [/ OR /.test(licence) ? { expression: licence } : { license: { id: licence } }],
  properties: development ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
});
const all = {
  specVersion: '1.5',
  components: [
    component('react', '19.0.0', 'MIT'),
    component('react', '18.0.0', 'MIT'),
    component('scheduler', '1.0.0', 'MIT'),
    component('vite', '8.0.0', 'MIT'),
    component('gpl', '1.0.0', 'GPL-3.0-or-later'),
  ],
  dependencies: [{ ref: 'react@19.0.0', dependsOn: ['scheduler@1.0.0', 'vite@8.0.0'] }],
};
const what = (...shipped: readonly string[]) => ({
  name: 'isobar',
  version: '1.0.0',
  description: 'x',
  shipped: shipped.map((item) => ({
    name: item.split('@')[0] ?? '',
    version: item.split('@')[1] ?? '',
  })),
});

test('a bill holds what ships, in the version that ships, and nothing else', () => {
  const bill = billOf(all, what('react@19.0.0', 'scheduler@1.0.0'));
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
  expect(bill.components.map((item) => item['bom-ref'])).toEqual([
    'react@19.0.0',
    'scheduler@1.0.0',
  ]);
  expect(bill.components.every(({ scope }) => scope === 'required')).toBe(true);
  expect(JSON.stringify(bill)).not.toContain('development');
  expect(bill.dependencies).toEqual([
    { ref: 'isobar@1.0.0', dependsOn: ['react@19.0.0', 'scheduler@1.0.0'] },
    { ref: 'react@19.0.0', dependsOn: ['scheduler@1.0.0'] },
  ]);
  expect(bill.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(billOf(all, what('react@19.0.0', 'scheduler@1.0.0'))).toEqual(bill);
});

test('what the lockfile does not know, and what may not ship, makes no bill', () => {
  expect(() => billOf(all, what('react@17.0.0'))).toThrow('does not know react@17.0.0');
  expect(() => billOf(all, what('gpl@1.0.0'))).toThrow('gpl 1.0.0 is under GPL-3.0-or-later');
});

test.each([
  ['MIT', true],
  ['EPL-2.0 OR GPL-3.0-or-later', true],
  ['(MIT OR Apache-2.0)', true],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-3.0-only', false],
  ['SEE LICENSE IN x', false],
  ['', false],
])('%j may ship: %s', (licence, may) => {
  expect(licenceProblem(component('a', '1', licence)) === undefined).toBe(may);
});

test('what is in the command line is little, known, and under licences that we may ship', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-sbom-'));
  try {
    const shipped = await shippedInCli(root, join(folder, 'isobar.mjs'));
    expect(shipped.map(({ name }) => name)).toEqual(['aws-icons', 'yaml', 'zod']);
    const may = mayShip(root).map(({ name, version }) => `${name}@${version}`);
    for (const { name, version } of shipped) expect(may).toContain(`${name}@${version}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what may ship is known to the lockfile, with a licence that we may ship', () => {
  const may = mayShip(root);
  const names = may.map(({ name }) => name);
  for (const name of ['react', 'monaco-editor', 'electron', '@floating-ui/core', 'd3-zoom', 'zod'])
    expect(names).toContain(name);
  for (const name of [
    'vite',
    'vitest',
    'esbuild',
    'aws-cdk-lib',
    'electron-builder',
    '@electron/get',
  ])
    expect(names).not.toContain(name);
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const licences = new Set(may.map(({ name }) => packages[`node_modules/${name}`]?.license));
  for (const licence of licences)
    expect(licenceProblem(component('x', '1', licence)), String(licence)).toBeUndefined();
  expect(allowedLicences.has('GPL-3.0-or-later')).toBe(false);
});

test('nothing is installed with the command line: all that it needs is in it', () => {
  expect(packageFile.dependencies ?? {}).toEqual({});
  expect(packageFile.optionalDependencies ?? {}).toEqual({});
  expect(packageFile.peerDependencies ?? {}).toEqual({});
});

test('a package without a text of its licence is listed all the same', () => {
  const found = licencesOf(root, [`${root}node_modules/zod/index.js`]);
  expect(found.find(({ name }) => name === 'zod')).toMatchObject({ licence: 'MIT' });
});
