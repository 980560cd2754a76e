/**
 * `npm run bench [-- <parts>] [-- <nodes>…]`: how fast Isobar is, as a table with the goal beside each figure.
 *
 *   --core     reading, checking and exporting, without a window
 *   --canvas   the window: start, opening, panning, zooming and dragging
 *   --peers    the window, and the same picture in Excalidraw and in React Flow as it comes
 *   --idle     what runs while nobody does anything
 *   --memory   what is left in memory after editing, undoing and navigating; `--rounds` says how often (10,000)
 *   --json     all of it as JSON
 *
 * Without a part all but the memory, where there is a browser; with `--all` that, too. The sources are bundled first,
 * so that they run on every Node.js.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { findChromium } from '../tools/find-chromium.mjs';
import { measureCanvas } from './canvas.mjs';
import { ratiosOf } from './figures.mjs';
import { measureIdle } from './idle.mjs';
import { measureMemory } from './memory.mjs';
import { measurePeers } from './peers.mjs';
import { tableOf } from './table.mjs';

const off = /** @type {const} */ ({ type: 'boolean', default: false });
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    core: off,
    canvas: off,
    peers: off,
    idle: off,
    memory: off,
    all: off,
    json: off,
    rounds: { type: 'string', default: '10000' },
  },
});
const sizes = positionals.length > 0 ? positionals : ['100', '1000', '5000'];
const { core, canvas, peers, idle, memory } = options;
const isUsual = ![core, canvas, peers, idle, memory].includes(true);
const wants = (/** @type {boolean} */ chosen) => chosen || isUsual || options.all;
const wantsMemory = memory || options.all;
const wantsBrowser = wants(canvas) || wants(peers) || wants(idle) || wantsMemory;

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

/** What goes on is said to those who wait; the result alone is on standard output. */
const say = (/** @type {string} */ what) => console.error(`measuring ${what}…`);

/** A file that was made of a design of so many nodes. */
const madeFile = (/** @type {number} */ size, /** @type {string} */ ending) =>
  readFileSync(join(folder, `${size}.${ending}.json`), 'utf8');

const measureInBrowser = async (/** @type {import('./figures.mjs').Result} */ result) => {
  const numbers = sizes.map(Number);
  const ofIdle = Math.min(1000, Math.max(...numbers));
  const ofMemory = Math.min(...numbers);
  run('made-files.ts', [folder, ...sizes, `${ofIdle}`]);
  if (wants(canvas) || wants(peers)) {
    say('the window');
    const { goals, ...figures } = await measureCanvas(numbers, (size) => madeFile(size, 'isobar'));
    result.canvas = figures;
    result.goals = [...result.goals, ...goals];
    if (wants(peers)) {
      say('the same picture elsewhere');
      const pictureOf = (/** @type {number} */ size) => madeFile(size, 'picture');
      result.peers = await measurePeers(numbers, pictureOf, figures.area, join(folder, 'peers'));
      result.ratios = ratiosOf(figures.designs, result.peers);
    }
  }
  if (wants(idle)) {
    say('doing nothing');
    const { goals, ...figures } = await measureIdle(ofIdle, madeFile(ofIdle, 'isobar'));
    Object.assign(result, { idle: figures, goals: [...result.goals, ...goals] });
  }
  if (wantsMemory) {
    say(`${options.rounds} rounds of editing`);
    const text = madeFile(ofMemory, 'isobar');
    const { goals, ...figures } = await measureMemory(ofMemory, text, Number(options.rounds));
    Object.assign(result, { memory: figures, goals: [...result.goals, ...goals] });
  }
};

const load = () => Math.round((loadavg()[0] ?? 0) * 10) / 10;

try {
  const loadBefore = load();
  /** @type {import('./figures.mjs').Result} */
  const result = { goals: [] };
  if (wants(core)) {
    say('the core');
    Object.assign(result, JSON.parse(run('bench.ts', sizes)));
  }
  if (wantsBrowser) {
    if (findChromium() !== undefined) await measureInBrowser(result);
    else {
      console.error(
        'NO BROWSER: the window was NOT measured. Install Chromium, or name one in ISOBAR_CHROMIUM.',
      );
      if (!wants(core)) process.exitCode = 1;
    }
  }
  const machine = { cores: cpus().length, loadBefore, loadAfter: load() };
  console.log(options.json ? JSON.stringify(result, undefined, 2) : tableOf(result, machine));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
