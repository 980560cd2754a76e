/**
 * The nightly fuzz:
 *
 *   npm run fuzz                                    100,000 inputs
 *   npm run fuzz -- --runs 5000 --seed 7 --only yaml
 *
 * Ends with 1 when an input did harm; the input is then in out/fuzz.
 */
import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzz, fuzzLines } from './fuzz-run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' },
  },
});
const [runs, seed, atOnce] = [Number(values.runs), Number(values.seed), Number(values.workers)];
if (![runs, seed, atOnce].every(Number.isSafeInteger) || runs < 1 || atOnce < 1) {
  console.error(
    'usage: npm run fuzz -- [--runs <n>] [--seed <n>] [--only <target>] [--workers <n>]',
  );
  process.exit(2);
}

console.log(`${runs} inputs, seed ${seed} (the same seed gives the same inputs)`);
const keepIn = join(root, 'out', 'fuzz');
const begin = Date.now();
const results = await fuzz({
  ...{ root, runs, seed, only: values.only, atOnce },
  tell: (result) => console.log(fuzzLines(result, { seed, keepIn }).join('\n')),
});
const failed = results.filter(({ failure }) => failure);
const tried = results.reduce((sum, result) => sum + result.runs, 0);
const seconds = Math.round((Date.now() - begin) / 1000);
console.log(
  `${tried} inputs in ${seconds} s, ${failed.length} of ${results.length} targets failed, seed ${seed}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
