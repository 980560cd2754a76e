/**
 * `virtual:icon-texts`: the SVG texts of the AWS icons that the catalog uses, by name, for pictures that hold their
 * icons. A module of its own, because it is loaded only when a picture is exported.
 */
import { readIcon, usedIcons } from './assets.mjs';

const id = 'virtual:icon-texts';

/** @returns {import('vite').Plugin} */
export const iconTextModule = (/** @type {string} */ root) => ({
  name: 'isobar-icon-texts',
  resolveId: { filter: { id: /^virtual:icon-texts$/ }, handler: () => `\0${id}` },
  load: {
    filter: { id: new RegExp(`^\0${id}$`) },
    async handler() {
      const names = await usedIcons(root, await import('esbuild'));
      const texts = Object.fromEntries(
        names.flatMap((name) => {
          const text = readIcon(root, name);
          return text === undefined ? [] : [[name, text]];
        }),
      );
      return `export const iconTexts = ${JSON.stringify(texts)};`;
    },
  },
});
