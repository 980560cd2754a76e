/**
 * Throws inputs at everything that takes what others wrote: see tools/testing/fuzz. Each target runs in a worker of its
 * own with a bound on memory; one that hangs is ended, and the input that did it is kept.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * @typedef {object} FuzzResult
 * @property {string} target
 * @property {number} runs  Inputs that were tried, those of shrinking included.
 * @property {number} seconds
 * @property {number} longest  Milliseconds that the slowest input took.
 * @property {Readonly<Record<string, number>>} outcomes
 * @property {{ words: string, input: string }} [failure]
 *
 * @typedef {object} FuzzOptions
 * @property {string} root
 * @property {number} runs  Inputs in all.
 * @property {number} seed
 * @property {string} [only]  Targets whose name holds this.
 * @property {number} [atOnce]  Workers at a time.
 * @property {(result: FuzzResult) => void} [tell]
 */

/** Without a sign of life for so long it hangs. */
const patience = 60_000;
const mostMemory = 1500;
const shownBytes = 4 * 1024 * 1024;

/**
 * @param {string} bundle
 * @param {{ target: string, runs: number, seed: number, root: string, folder: string }} orders
 * @returns {Promise<{ answer: unknown, trouble?: { words: string, input: string }, runs: number }>}
 */
const runWorker = (bundle, orders) =>
  new Promise((resolve) => {
    const watched = new SharedArrayBuffer(8 + shownBytes);
    const count = new Int32Array(watched, 0, 2);
    const worker = new Worker(bundle, {
      workerData: { ...orders, watched },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const last = () =>
      Buffer.from(watched, 8, Math.min(shownBytes, Atomics.load(count, 1))).toString('utf8');
    let seen = -1;
    let since = Date.now();
    const ticker = setInterval(() => {
      const now = Atomics.load(count, 0);
      if (now !== seen) {
        seen = now;
        since = Date.now();
      } else if (Date.now() - since > patience) end(undefined, `no answer in ${patience / 1000} s`);
    }, 1000);
    let ended = false;
    const end = (/** @type {unknown} */ answer, /** @type {string | undefined} */ words) => {
      if (ended) return;
      ended = true;
      clearInterval(ticker);
      const trouble = words === undefined ? undefined : { words, input: last() };
      void worker
        .terminate()
        .then(() => resolve({ answer, runs: Atomics.load(count, 0), ...(trouble && { trouble }) }));
    };
    worker.on('message', (answer) => end(answer, undefined));
    worker.on('error', (error) =>
      end(undefined, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    worker.on('exit', (code) => end(undefined, `it ended with ${code}`));
  });

/**
 * Runs the targets. The same seed gives the same inputs.
 * @param {FuzzOptions} options
 * @returns {Promise<readonly FuzzResult[]>}
 */
export const fuzz = async ({ root, runs, seed, only = '', atOnce = 2, tell }) => {
  const esbuild = await import('esbuild');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isobar-fuzz-')));
  try {
    const bundle = join(folder, 'worker.mjs');
    await esbuild.build({
      entryPoints: [join(root, 'tools', 'testing', 'fuzz', 'worker.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
      banner: {
        // Some packages are CommonJS inside and ask for Node's own modules with require().
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    const asked = await runWorker(bundle, { target: '', runs: 0, seed, root, folder });
    if (asked.trouble) throw new Error(asked.trouble.words);
    const all = /** @type {readonly { name: string, share: number }[]} */ (asked.answer);
    const chosen = all.filter(({ name }) => name.includes(only));
    if (chosen.length === 0) throw new Error(`There is no target ${only}.`);
    const shares = chosen.reduce((sum, { share }) => sum + share, 0);
    /** @type {FuzzResult[]} */
    const results = [];
    // The slow ones first, so that none is left alone at the end.
    const waiting = chosen.toSorted((a, b) => a.share - b.share);
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { name, share } = next;
        const own = join(folder, name.replaceAll(' ', '-'));
        mkdirSync(own);
        const begin = Date.now();
        const done = await runWorker(bundle, {
          ...{ target: name, seed, root, folder: own },
          runs: Math.ceil((runs * share) / shares),
        });
        const answer = /** @type {import('./testing/fuzz/target.ts').FuzzAnswer | undefined} */ (
          done.answer
        );
        const failure = done.trouble ?? answer?.failure;
        const result = {
          target: name,
          runs: done.runs,
          seconds: (Date.now() - begin) / 1000,
          longest: Math.round(answer?.longest ?? 0),
          outcomes: answer?.outcomes ?? {},
          ...(failure && { failure }),
        };
        results.push(result);
        tell?.(result);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * What happened, in lines; inputs that did harm are kept in a folder.
 * @param {FuzzResult} result
 * @param {{ seed: number, keepIn: string }} options
 */
export const fuzzLines = (
  { target, runs, seconds, longest, outcomes, failure },
  { seed, keepIn },
) => {
  const words = Object.entries(outcomes)
    .toSorted(([, a], [, b]) => b - a)
    .map(([word, times]) => `${word} ${times}`)
    .join(', ');
  const line = `${failure ? 'FAILED' : 'ok'}  ${target}: ${runs} inputs in ${seconds.toFixed(1)} s, slowest ${longest} ms (${words})`;
  if (!failure) return [line];
  mkdirSync(keepIn, { recursive: true });
  const path = join(keepIn, `${target.replaceAll(' ', '-')}-${seed}.txt`);
  writeFileSync(path, failure.input);
  return [line, `  ${failure.words.split('\n').slice(0, 12).join('\n  ')}`, `  input: ${path}`];
};
