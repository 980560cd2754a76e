/**
 * What the window carries besides its code, made while it is built: `virtual:icons` (addresses of AWS's icons, by
 * name, those that the catalog uses), `virtual:templates` (each template's name, line, group, pictures and, when asked
 * for, its text), and `licences.json`, the licences of everything that went into the window.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readTemplates, usedIcons } from './assets.mjs';
import { licencesOf } from './licences.mjs';
import { inGroups } from './template-groups.mjs';
import { drawTemplates } from './template-pictures.mjs';

const names = ['virtual:icons', 'virtual:templates'];

/** Writes a file only when it says something else, so that a build that watches does not wake itself. */
const keep = (/** @type {string} */ file, /** @type {string} */ text) => {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const iconsModule = async (/** @type {string} */ root) => {
  const { resolve } = createRequire(join(root, 'package.json'));
  const folder = join(dirname(resolve('aws-icons/package.json')), 'icons');
  const used = await usedIcons(root, await import('esbuild'));
  const lines = used.map(
    (name, index) =>
      `import i${index} from ${JSON.stringify(`${join(folder, 'architecture-service', `${name}.svg`)}?url`)};`,
  );
  const entries = used.map((name, index) => `${JSON.stringify(name)}: i${index}`);
  return `${lines.join('\n')}\nexport const icons = { ${entries.join(', ')} };`;
};

const templatesModule = async (/** @type {string} */ root) => {
  const texts = readTemplates(root);
  const pictures = await drawTemplates(root, texts, await import('esbuild'));
  // Files of their own, not text in the script: they are fetched when their card is seen.
  const folder = join(root, 'node_modules', '.cache', 'isobar', 'pictures');
  /** @type {string[]} */
  const lines = [];
  const entries = inGroups(Object.keys(texts)).flatMap(({ id, group }, index) => {
    const text = texts[id];
    if (text === undefined) return [];
    const { name, description } = JSON.parse(text);
    const picture = pictures[id];
    if (picture === undefined) throw new Error(`The template ${id} has no picture`);
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      const file = join(folder, `${id}-${theme}.svg`);
      keep(file, picture[theme]);
      lines.push(`import ${theme}${index} from ${JSON.stringify(`${file}?url`)};`);
    }
    const file = join(root, 'templates', id, 'design.isobar.json');
    const facts = JSON.stringify({ id, name, description, group, ...picture.size });
    return [
      `{ ...${facts}, light: light${index}, dark: dark${index}, load: () => import(${JSON.stringify(`${file}?raw`)}).then((module) => module.default) }`,
    ];
  });
  return `${lines.join('\n')}\nexport const templates = [ ${entries.join(',\n')} ];`;
};

/** @returns {import('vite').Plugin} */
export const assetModules = (/** @type {string} */ root) => ({
  name: 'isobar-assets',
  resolveId: (id) => (names.includes(id) ? `\0${id}` : undefined),
  load(id) {
    if (id === '\0virtual:icons') return iconsModule(root);
    if (id === '\0virtual:templates') return templatesModule(root);
    return undefined;
  },
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'licences.json',
      source: JSON.stringify(licencesOf(root, [...this.getModuleIds()])),
    });
  },
});
