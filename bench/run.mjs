/**
 * `npm run bench [-- --core | --canvas] [-- <nodes>…]`: how long things take, as JSON on standard output.
 * `--core` measures the core alone, `--canvas` the window alone; without either both, where there is a browser.
 * The sources are bundled first, so that they run on every Node.js.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { measureCanvas } from './canvas.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    core: { type: 'boolean', default: false },
    canvas: { type: 'boolean', default: false },
  },
});
const sizes = positionals.length > 0 ? positionals : ['100', '1000', '5000'];
const both = options.core === options.canvas;

const folder = mkdtempSync(join(tmpdir(), 'isobar-bench-'));

/** Bundles a file of this folder and runs it; gives what it prints. */
const run = (/** @type {string} */ name, /** @type {readonly string[]} */ args) => {
  const outfile = join(folder, name.replace(/\.ts$/, '.mjs'));
  esbuild.buildSync({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    banner: {
      // Some packages are CommonJS inside and ask for Node's own modules with require().
      js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);",
    },
  });
  const { status, stdout } = spawnSync(process.execPath, [outfile, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${name} failed.`);
  return stdout;
};

try {
  /** @type {{ goals: object[], [part: string]: unknown }} */
  const result = { goals: [] };
  if (both || options.core) Object.assign(result, JSON.parse(run('bench.ts', sizes)));
  if (both || options.canvas) {
    run('made-files.ts', [folder, ...sizes]);
    const canvas = await measureCanvas(sizes.map(Number), (size) =>
      readFileSync(join(folder, `${size}.isobar.json`), 'utf8'),
    );
    if (canvas === undefined) {
      console.error(
        'NO BROWSER: the canvas was NOT measured. Install Chromium, or name one in ISOBAR_CHROMIUM.',
      );
      if (options.canvas) process.exitCode = 1;
    } else {
      const { goals, ...figures } = canvas;
      Object.assign(result, { canvas: figures, goals: [...result.goals, ...goals] });
    }
  }
  console.log(JSON.stringify(result, undefined, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
