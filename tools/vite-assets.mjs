/**
 * Two modules for the window that are made while it is built: `virtual:icons` (addresses of AWS's icons, by name,
 * those that the catalog uses) and `virtual:templates` (the texts of the templates, each loaded when asked for).
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readTemplates, usedIcons } from './assets.mjs';

/** @returns {import('vite').Plugin} */
export const assetModules = (/** @type {string} */ root) => ({
  name: 'isobar-assets',
  resolveId: (id) => (id === 'virtual:icons' || id === 'virtual:templates' ? `\0${id}` : undefined),
  async load(id) {
    if (id === '\0virtual:icons') {
      const { resolve } = createRequire(join(root, 'package.json'));
      const folder = join(dirname(resolve('aws-icons/package.json')), 'icons');
      const names = await usedIcons(root, await import('esbuild'));
      const lines = names.map(
        (name, index) =>
          `import i${index} from ${JSON.stringify(`${join(folder, 'architecture-service', `${name}.svg`)}?url`)};`,
      );
      const entries = names.map((name, index) => `${JSON.stringify(name)}: i${index}`);
      return `${lines.join('\n')}\nexport const icons = { ${entries.join(', ')} };`;
    }
    if (id === '\0virtual:templates') {
      const entries = Object.keys(readTemplates(root)).map((name) => {
        const file = join(root, 'templates', name, 'design.isobar.json');
        return `${JSON.stringify(name)}: () => import(${JSON.stringify(`${file}?raw`)}).then((module) => module.default)`;
      });
      return `export const templates = { ${entries.join(', ')} };`;
    }
    return undefined;
  },
});
