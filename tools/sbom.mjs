/**
 * Writes what is in the desktop app and in the command line as a bill of materials: CycloneDX, with licences and
 * hashes. The facts are npm's own (`npm sbom`, from the lockfile); the choice is what really is in the bundles.
 *
 *   node tools/sbom.mjs                into out/sbom
 *   node tools/sbom.mjs --to <folder>
 *
 * The same sources give the same bytes: no time, no chance.
 *
 * @typedef {{ license?: { id?: string, name?: string }, expression?: string }} LicenceEntry
 * @typedef {{ 'bom-ref': string, type: string, name: string, version: string, scope?: string,
 *   purl?: string, licenses?: LicenceEntry[], properties?: { name: string, value: string }[] }} Component
 * @typedef {{ specVersion: string, components: Component[],
 *   dependencies: { ref: string, dependsOn?: string[] }[] }} Bom
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { shippedInApp, shippedInCli } from './shipped.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Licences under which something may be in what we ship: they ask for their notice to be kept and no more. Of a choice
 * one is enough: elkjs is EPL-2.0 or GPL-3.0-or-later, and comes unchanged, with its notice, under the first.
 */
export const allowedLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'EPL-2.0',
  'ISC',
  'MIT',
  'OFL-1.1',
]);

/** @param {Component} component @returns {string[]} */
const licencesOf = ({ licenses = [] }) =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '');

/** Why a component may not ship, or undefined. @param {Component} component */
export const licenceProblem = (component) => {
  const licences = licencesOf(component);
  const { name, version } = component;
  if (licences.length === 0) return `${name} ${version} names no licence`;
  const isAllowed = licences.every((licence) =>
    licence
      .replace(/[()]/g, '')
      .split(/ OR /i)
      .some((one) => allowedLicences.has(one.trim())),
  );
  return isAllowed ? undefined : `${name} ${version} is under ${licences.join(', ')}`;
};

/** All that npm knows, by the lockfile. @returns {Bom} */
const everything = () => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  return JSON.parse(stdout);
};

/**
 * The bill of one thing that ships.
 * @param {Bom} all
 * @param {{ name: string, version: string, description: string, shipped: readonly import('./shipped.mjs').Shipped[] }} what
 */
export const billOf = (all, { name, version, description, shipped }) => {
  const wanted = new Map(shipped.map((item) => [`${item.name}@${item.version}`, item]));
  /** @type {Map<string, Component>} */
  const found = new Map();
  for (const component of all.components) {
    const key = `${component.name}@${component.version}`;
    if (!wanted.has(key) || found.has(key)) continue;
    const properties = (component.properties ?? []).filter(
      ({ name: of }) => !/^cdx:npm:package:(?:development|path|bundled|extraneous)$/.test(of),
    );
    found.set(key, { ...component, scope: 'required', properties });
  }
  const missing = [...wanted.keys()].filter((key) => !found.has(key));
  if (missing.length > 0) throw new Error(`The lockfile does not know ${missing.join(', ')}.`);
  const components = [...found.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const problems = components.flatMap((component) => licenceProblem(component) ?? []);
  if (problems.length > 0)
    throw new Error(
      `${problems.join('; ')}. Ship something else, or, when the licence allows it, add it to allowedLicences in tools/sbom.mjs.`,
    );
  const refs = new Set(components.map((component) => component['bom-ref']));
  const self = `${name}@${version}`;
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: all.specVersion,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': self,
        type: 'application',
        name,
        version,
        description,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components,
    dependencies: [
      { ref: self, dependsOn: [...refs] },
      ...all.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn = [] }) => ({
          ref,
          dependsOn: dependsOn.filter((to) => refs.has(to)),
        }))
        .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    ],
  };
  const digest = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const uuid = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
  return { ...bill, serialNumber: `urn:uuid:${uuid}` };
};

/** Writes both bills. @param {string} folder */
export const writeBills = async (folder) => {
  const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const all = everything();
  const temporary = mkdtempSync(join(tmpdir(), 'isobar-sbom-'));
  try {
    const bills = {
      'isobar-app.cdx.json': { name: 'isobar-app', shipped: shippedInApp(root) },
      'isobar-cli.cdx.json': {
        name: 'isobar',
        shipped: await shippedInCli(root, join(temporary, 'isobar.mjs')),
      },
    };
    mkdirSync(folder, { recursive: true });
    return Object.entries(bills).map(([file, { name, shipped }]) => {
      const bill = billOf(all, { name, version, description, shipped });
      const path = join(folder, file);
      writeFileSync(path, `${JSON.stringify(bill, null, 2)}\n`);
      return { path, components: bill.components.length };
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const at = process.argv.indexOf('--to');
  const folder = at < 0 ? join(root, 'out', 'sbom') : (process.argv[at + 1] ?? '');
  for (const { path, components } of await writeBills(folder))
    console.log(`${path}: ${components} components`);
}
