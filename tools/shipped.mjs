/**
 * Which packages of other people are in what we ship: read from what was built, so that the list holds what is in the
 * bundles, no more and no less.
 *
 * @typedef {{ name: string, version: string }} Shipped
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCli } from './bundle.mjs';
import { layers } from './layers.mjs';
import { licencesOf, packageOf } from './licences.mjs';

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

/** By name, each once. @param {readonly Shipped[]} packages */
const sorted = (packages) =>
  [...new Map(packages.map(({ name, version }) => [name, { name, version }])).values()].sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  );

/**
 * What is in the desktop app: the window, the main process, and Electron itself. Needs what `npm run build:app` makes.
 * @param {string} root
 * @returns {Shipped[]}
 */
export const shippedInApp = (root) => {
  const window = join(root, '.vite', 'renderer', 'licences.json');
  const main = join(root, '.vite', 'build', 'main.cjs.map');
  for (const file of [window, main])
    if (!existsSync(file)) throw new Error(`${file} is not there: npm run build:app makes it.`);
  /** @type {{ sources: readonly string[] }} */
  const { sources } = read(main);
  const modules = sources.map((source) => join(root, '.vite', 'build', source));
  return sorted([...read(window), ...licencesOf(root, modules)]);
};

/**
 * What is in the command line.
 * @param {string} root
 * @param {string} outfile  Where a bundle may be written to find out.
 * @returns {Promise<Shipped[]>}
 */
export const shippedInCli = async (root, outfile) => {
  const { inputs } = await bundleCli(await import('esbuild'), { root, outfile });
  const folders = new Map();
  for (const input of inputs) {
    const found = packageOf(join(root, input));
    if (found) folders.set(found.name, found.folder);
  }
  // The pictures of services are gathered, not imported.
  folders.set('aws-icons', join(root, 'node_modules', 'aws-icons'));
  return sorted(
    [...folders].map(([name, folder]) => ({
      name,
      version: read(join(folder, 'package.json')).version,
    })),
  );
};

/**
 * All that may be in what we ship: what the layers that run on somebody's machine may import, with what those packages
 * need, by the lockfile. Needs nothing built, and is never less than what is in the bundles.
 * @param {string} root
 * @returns {Shipped[]}
 */
export const mayShip = (root) => {
  /** @type {{ packages: Record<string, { version?: string, dependencies?: Record<string, string>, peerDependencies?: Record<string, string> }> }} */
  const { packages } = read(join(root, 'package-lock.json'));
  const named = layers
    .filter(({ folder }) => /^(?:shared|cli|electron|renderer)\b/.test(folder))
    .flatMap((layer) => layer.packages)
    .filter((name) => !/^(?:node|virtual):$/.test(name));
  /** @type {Map<string, Shipped>} */
  const found = new Map();
  const take = (/** @type {string} */ name, /** @type {string} */ from) => {
    // As Node.js looks for it: below whoever asks, then further up.
    for (
      let place = from;
      ;
      place = place.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')
    ) {
      const path = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
      const entry = packages[path];
      if (entry?.version !== undefined) {
        if (found.has(path)) return;
        found.set(path, { name, version: entry.version });
        // What Electron's package needs is for fetching its executable.
        if (name === 'electron') return;
        for (const other of Object.keys({ ...entry.dependencies, ...entry.peerDependencies }))
          take(other, path);
        return;
      }
      if (place === '') return;
    }
  };
  for (const name of [...named, 'aws-icons', 'electron']) take(name, '');
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};
