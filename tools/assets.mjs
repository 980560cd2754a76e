/**
 * What the command line carries besides its code, gathered when it is built: its version, the templates and
 * AWS's icons. None of it is copied into the sources.
 *
 * @typedef {{ version: string, templates: Record<string, string>, icons: Record<string, string> }} Assets
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** @returns {string} */
const versionOf = (/** @type {string} */ root) =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** The text of each template, by the name of its folder. */
export const readTemplates = (/** @type {string} */ root) => {
  const folder = join(root, 'templates');
  /** @type {Record<string, string>} */
  const templates = {};
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = join(folder, name, 'design.isobar.json');
    if (existsSync(file)) templates[name] = readFileSync(file, 'utf8');
  }
  return templates;
};

/**
 * The names of the icons that the services use: asked from the catalog itself, which esbuild puts together.
 * @param {string} root
 * @param {typeof import('esbuild')} esbuild
 * @returns {Promise<string[]>}
 */
export const usedIcons = async (root, esbuild) => {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `import { services } from './shared/catalog/services/index.ts';
import { ownIcons } from './shared/exporters/picture/own-icons.ts';
export const icons = services.map(({ icon }) => icon).filter((name) => !ownIcons.has(name));`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    // The core needs no machine; what packages have for Node.js would ask for its modules with require().
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const code = outputFiles[0]?.text ?? '';
  const { icons } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return [...new Set(icons)].sort();
};

/** The SVG of an icon of AWS's set; undefined when the set has none of that name. */
export const readIcon = (/** @type {string} */ root, /** @type {string} */ name) => {
  const { resolve } = createRequire(join(root, 'package.json'));
  const folder = join(dirname(resolve('aws-icons/package.json')), 'icons', 'architecture-service');
  const file = join(folder, `${name}.svg`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/**
 * @param {string} root
 * @param {typeof import('esbuild')} esbuild
 * @returns {Promise<Assets>}
 */
export const gatherAssets = async (root, esbuild) => {
  /** @type {Record<string, string>} */
  const icons = {};
  for (const name of await usedIcons(root, esbuild)) {
    const svg = readIcon(root, name);
    if (svg === undefined)
      throw new Error(`AWS's icons have no ${name}.svg, which a service names`);
    icons[name] = svg;
  }
  return { version: versionOf(root), templates: readTemplates(root), icons };
};
