/**
 * Bundles the command line into dist/isobar.mjs, with the templates and AWS's icons in it, so that it needs
 * nothing else to run; and puts `isobar` on the path of this checkout's npm scripts and npx.
 *
 * `--if-possible` is for npm's `prepare`, which also runs where the sources or esbuild are not
 * there (a packed copy, `npm install --omit=dev`): it then says what it left out, and is not a failure.
 */
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCli } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entry = join(root, 'cli', 'main.ts');
const outfile = join(root, 'dist', 'isobar.mjs');

const loadEsbuild = async () => {
  try {
    return await import('esbuild');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      return undefined;
    throw error;
  }
};

/** npm links the bins of dependencies, not the project's own: without this, npx looks elsewhere. */
const linkBin = () => {
  const folder = join(root, 'node_modules', '.bin');
  if (!existsSync(join(root, 'node_modules'))) return;
  mkdirSync(folder, { recursive: true });
  const link = join(folder, 'isobar');
  const target = join('..', '..', 'dist', 'isobar.mjs');
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\dist\\isobar.mjs" %*\r\n');
    writeFileSync(link, '#!/bin/sh\nexec node "$(dirname "$0")/../../dist/isobar.mjs" "$@"\n');
  } else {
    symlinkSync(target, link);
  }
};

const build = async () => {
  const esbuild = await loadEsbuild();
  if (esbuild === undefined)
    return 'esbuild is not installed (npm install, without --omit=dev, brings it)';
  if (!existsSync(entry)) return 'cli/main.ts is not here (a checkout of the project has it)';
  await bundleCli(esbuild, { root, outfile });
  return undefined;
};

const problem = await build();
if (existsSync(outfile)) linkBin();
if (problem === undefined) {
  console.log('built dist/isobar.mjs');
} else {
  const kept = existsSync(outfile) ? 'The one that is there was kept' : 'There is none';
  console.error(`NOT BUILT: dist/isobar.mjs. ${kept}: ${problem}.`);
  process.exitCode = process.argv.includes('--if-possible') ? 0 : 1;
}
