/**
 * Draws the templates, with the same code that exports pictures: for Home and the list of templates.
 *
 * @typedef {{ light: string, dark: string, size: { width: number, height: number } }} Picture
 */
import { readIcon, usedIcons } from './assets.mjs';

const program = `import { exportSvg } from './shared/exporters/picture/svg.ts';
import { parseDesign } from './shared/model/parse.ts';
export const draw = (text, theme, icon) => {
  const parsed = parseDesign(text);
  if (!parsed.ok) throw new Error(parsed.error[0]?.message ?? 'The template cannot be read.');
  return exportSvg(parsed.value.design, { theme, transparent: true, icon });
};`;

/**
 * @param {string} root
 * @param {Readonly<Record<string, string>>} texts  The templates by their ids.
 * @param {typeof import('esbuild')} esbuild
 * @returns {Promise<Record<string, Picture>>}
 */
export const drawTemplates = async (root, texts, esbuild) => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: program, resolveDir: root },
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
  const { draw } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  /** @type {Map<string, string | undefined>} */
  const icons = new Map();
  for (const name of await usedIcons(root, esbuild)) icons.set(name, readIcon(root, name));
  const icon = (/** @type {string} */ name) => icons.get(name);
  /** @type {Record<string, Picture>} */
  const pictures = {};
  for (const [id, text] of Object.entries(texts)) {
    const light = String(draw(text, 'light', icon));
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(light) ?? [];
    pictures[id] = {
      light,
      dark: String(draw(text, 'dark', icon)),
      size: { width: Number(width), height: Number(height) },
    };
  }
  return pictures;
};
