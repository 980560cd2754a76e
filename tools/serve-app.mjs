/**
 * Serves the built app on 127.0.0.1 and prints its address. Ends with the process that started it.
 *
 *   node tools/serve-app.mjs [--port <number>] [--from <folder of a built app>]
 */
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * @param {number} port  0 takes any that is free.
 * @param {string} [from]  The folder that holds .vite.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export const serveBuiltApp = (port, from = root) => {
  const { serveApp } = createRequire(import.meta.url)(join(from, '.vite', 'build', 'serve.cjs'));
  return serveApp(join(from, '.vite', 'renderer'), port);
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, from: { type: 'string' } } });
  const { url } = await serveBuiltApp(Number(values.port ?? 0), resolve(values.from ?? root));
  console.log(url);
  // Whoever started this holds the other end of standard input: when it is gone, so is this.
  process.stdin.on('end', () => process.exit(0)).resume();
}
