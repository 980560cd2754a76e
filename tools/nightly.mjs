/**
 * What takes too long for every run of the tests:
 *
 *   npm run nightly                  1,000 kills, 100,000 inputs
 *   npm run nightly -- --seed 7
 *
 * Seeds are printed and give the same again. Ends with 1 when something failed; inputs that did harm are in out/fuzz.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    kills: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '100000' },
  },
});

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'];
/** @type {readonly { readonly what: string, readonly args: readonly string[], readonly env?: Record<string, string> }[]} */
const parts = [
  {
    what: `the app is killed ${values.kills} times (seed ${values.seed})`,
    args: [...vitest, 'electron/host/killed.test.ts'],
    env: { ISOBAR_KILLS: values.kills, ISOBAR_SEED: values.seed },
  },
  {
    what: 'hostile texts, paths and messages, 2,000 for each test (each prints its seed when it fails)',
    args: [...vitest, 'hostile'],
    env: { ISOBAR_FUZZ_RUNS: '2000' },
  },
  {
    what: `${values.runs} inputs`,
    args: ['tools/fuzz.mjs', '--runs', values.runs, '--seed', values.seed],
  },
];

const failed = [];
for (const { what, args, env } of parts) {
  console.log(`\n=== ${what}`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) failed.push(what);
}
console.log('');
for (const what of failed) console.log(`FAILED: ${what}`);
console.log(`${parts.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
