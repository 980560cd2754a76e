/**
 * The licences of other people's work that went into the window, read from the packages themselves.
 *
 * @typedef {{ name: string, version: string, licence: string, text: string }} Licence
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What workers carry, which have module graphs of their own, and the shell around the window. */
const always = ['elkjs', 'monaco-editor', 'aws-icons', 'electron'];

/** The package that a module belongs to; undefined when it is no package's. */
export const packageOf = (/** @type {string} */ moduleId) => {
  const path = moduleId.replace(/^\0/, '').replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  const below = at < 0 ? '' : path.slice(at + '/node_modules/'.length);
  const name = /^(@[^/]+\/[^/]+|[^/@.][^/]*)\//.exec(below)?.[1];
  return name === undefined
    ? undefined
    : { name, folder: `${path.slice(0, at)}/node_modules/${name}` };
};

/**
 * @param {string} root
 * @param {readonly string[]} moduleIds
 * @returns {Licence[]}
 */
export const licencesOf = (root, moduleIds) => {
  /** @type {Map<string, string>} */
  const folders = new Map(always.map((name) => [name, join(root, 'node_modules', name)]));
  for (const id of moduleIds) {
    const found = packageOf(id);
    if (found) folders.set(found.name, found.folder);
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, folder]) => {
      const file = join(folder, 'package.json');
      if (!existsSync(file)) return [];
      const { version, license } = JSON.parse(readFileSync(file, 'utf8'));
      const text = readdirSync(folder)
        .filter((entry) => /^(licen[cs]e|copying|notice|ofl)(\.|-|$)/i.test(entry))
        .sort()
        .map((entry) => readFileSync(join(folder, entry), 'utf8').trim())
        .join('\n\n');
      return [{ name, version, licence: typeof license === 'string' ? license : '', text }];
    });
};
