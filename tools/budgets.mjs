/**
 * How large what is shipped may be. `check-budgets.mjs` holds the build to it; docs/contributing.md shows it to people.
 *
 * @typedef {object} Budget
 * @property {string} what
 * @property {string} pattern  Files of .vite/renderer/assets, as a regular expression; `page` for the scripts that the
 *   page itself names; `command line` for dist/isobar.mjs. Of several files the largest counts, unless `all`.
 * @property {boolean} [all]  The sum of the files counts.
 * @property {number} kB  The most, compressed; the command line as it lies on disk.
 * @property {string} mend
 */

const loadLater =
  'Import what it does not need at once with import(), or leave out what grew it: `git diff` of the imports tells.';
const newer =
  'Look at what the new version brings before the budget is raised; a part of the package may do.';

/** @type {readonly Budget[]} */
export const budgets = [
  {
    what: 'First script: all that Home needs',
    pattern: 'page',
    kB: 220,
    mend: 'Whatever Home imports statically counts. Move it behind load-core.ts or another import().',
  },
  { what: 'Canvas, panels, menus', pattern: 'workspace-.*\\.js', kB: 190, mend: loadLater },
  {
    what: 'Catalog',
    pattern: 'catalog-.*\\.js',
    kB: 420,
    mend: 'The catalog grows with every service. Long texts that many rows share belong into a function; raise the budget when the rows themselves are it.',
  },
  {
    what: 'Rules',
    pattern: 'rules-.*\\.js',
    kB: 270,
    mend: 'The rules grow with every rule. Share texts and helpers; raise the budget when the rules themselves are it.',
  },
  { what: 'Worker for exports', pattern: 'export\\.worker-.*\\.js', kB: 70, mend: loadLater },
  { what: 'Worker for layout (ELK)', pattern: 'elk-worker.*\\.js', kB: 450, mend: newer },
  { what: 'Editor (Monaco)', pattern: 'editor\\.api-.*\\.js', kB: 720, mend: newer },
  { what: 'All scripts of the window', pattern: '.*\\.js', all: true, kB: 3800, mend: loadLater },
  {
    what: 'Command line, one file, not compressed',
    pattern: 'command line',
    kB: 5120,
    mend: 'It is to stay below 5 MB with its templates and icons. See what grew with esbuild --analyze.',
  },
];
