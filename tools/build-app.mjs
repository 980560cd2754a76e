/**
 * Builds the app into .vite/: the window (`renderer/`), and what runs outside it (`build/`: main.cjs, preload.cjs and
 * serve.cjs). Forge, npm start and the end-to-end tests all take it from there.
 *
 *   node tools/build-app.mjs                 everything
 *   node tools/build-app.mjs --if-changed    only when a source is newer than what was built
 */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { licencesAsText } from './licence-text.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, '.vite', 'built');

/** What the app is made of: changing any of it makes what was built old. */
const sources = [
  'shared',
  'renderer',
  'electron',
  'templates',
  'tools',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.node.config.ts',
];

/** The newest change below a path, in milliseconds since 1970. */
const newest = (/** @type {string} */ path) => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  let latest = mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (/\.test\.tsx?$|^golden$|^testing$/.test(entry.name)) continue;
    const below = join(path, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(below) : statSync(below).mtimeMs);
  }
  return latest;
};

/** True when what is in .vite was made from the sources as they are. */
export const isBuilt = () =>
  existsSync(stamp) &&
  sources.every((source) => newest(join(root, source)) <= statSync(stamp).mtimeMs);

/** The licences of what is in the window, as a text that lies beside the packaged app. */
const licencesOfWindow = () =>
  licencesAsText(
    JSON.parse(readFileSync(join(root, '.vite', 'renderer', 'licences.json'), 'utf8')),
  );

/** Builds everything. Throws where a source does not compile. */
export const buildApp = async () => {
  const { build } = await import('vite');
  const started = Date.now();
  rmSync(stamp, { force: true });
  rmSync(join(root, '.vite', 'build'), { recursive: true, force: true });
  // Silent but for what is wrong: a list of a hundred files helps nobody.
  const logLevel = 'warn';
  for (const mode of ['main', 'preload', 'serve'])
    await build({ configFile: join(root, 'vite.node.config.ts'), mode, logLevel });
  await build({ configFile: join(root, 'vite.config.ts'), logLevel });
  writeFileSync(join(root, '.vite', 'third-party-licences.txt'), licencesOfWindow());
  // The time of the start: what was changed while building is newer than what was built.
  writeFileSync(stamp, `${new Date(started).toISOString()}\n`);
  utimesSync(stamp, started / 1000, started / 1000);
  return Date.now() - started;
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  if (process.argv.includes('--if-changed') && isBuilt()) console.log('.vite is up to date');
  else console.log(`built the app into .vite in ${((await buildApp()) / 1000).toFixed(1)} s`);
}
