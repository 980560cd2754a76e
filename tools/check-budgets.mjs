/**
 * Compares what was built with the budgets of budgets.mjs, and says how to mend what is too large.
 * Run after tools/build-app.mjs and tools/build.mjs: node tools/check-budgets.mjs
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { budgets } from './budgets.mjs';

/** @typedef {import('./budgets.mjs').Budget} Budget */
/** @typedef {Budget & { size: number }} Measured  `size` in kB; NaN when nothing was found. */

const compressed = (/** @type {string} */ file) => gzipSync(readFileSync(file)).length / 1024;

/** The scripts that the page itself names: all of them have to be there before it shows anything. */
const scriptsOfPage = (/** @type {string} */ folder) =>
  [...readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path = '']) => join(folder, path),
  );

/**
 * @param {string} root  Of the project, with .vite and dist in it.
 * @param {readonly Budget[]} [table]
 * @returns {Measured[]}
 */
export const measure = (root, table = budgets) => {
  const folder = join(root, '.vite', 'renderer');
  const assets = readdirSync(join(folder, 'assets')).sort();
  const sum = (/** @type {readonly number[]} */ sizes) =>
    sizes.length === 0 ? Number.NaN : sizes.reduce((total, size) => total + size, 0);
  return table.map((budget) => {
    const { pattern, all = false } = budget;
    if (pattern === 'page') return { ...budget, size: sum(scriptsOfPage(folder).map(compressed)) };
    if (pattern === 'command line') {
      const file = join(root, 'dist', 'isobar.mjs');
      return { ...budget, size: existsSync(file) ? readFileSync(file).length / 1024 : Number.NaN };
    }
    const sizes = assets
      .filter((name) => new RegExp(`^${pattern}$`).test(name))
      .map((name) => compressed(join(folder, 'assets', name)));
    return { ...budget, size: all ? sum(sizes) : sum(sizes.sort((a, b) => b - a).slice(0, 1)) };
  });
};

/**
 * What is wrong with a size, and how to mend it; undefined when it is within its budget.
 * @param {Measured} measured
 */
export const problemOf = ({ what, size, kB, mend, pattern }) => {
  if (Number.isNaN(size))
    return `${what}: nothing that was built is called ${pattern}. Name it anew in tools/budgets.mjs.`;
  if (size > kB)
    return `${what}: ${size.toFixed(1)} kB, but at most ${kB} kB. ${mend} The budgets are in tools/budgets.mjs.`;
  return undefined;
};

const isMain = process.argv[1] === fileURLToPath(import.meta.url);
if (isMain) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  if (!existsSync(join(root, '.vite', 'renderer', 'index.html'))) {
    console.error('budgets: nothing is built. Run node tools/build-app.mjs first.');
    process.exitCode = 1;
  } else {
    const sizes = measure(root);
    for (const { what, size, kB } of sizes)
      console.log(`${size.toFixed(1).padStart(8)} of ${String(kB).padStart(4)} kB  ${what}`);
    const problems = sizes.map(problemOf).filter((problem) => problem !== undefined);
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
  }
}
