import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fuzz, fuzzLines } from './fuzz-run.mjs';

/*
 * A little of the nightly fuzz (`npm run fuzz`), always the same.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const runs = 2000;
const seed = 20_261_121;

test(`${runs} inputs do no harm`, async () => {
  const keepIn = join(tmpdir(), 'isobar-fuzz-failures');
  const results = await fuzz({ root, runs, seed });
  const lines = results.flatMap((result) => fuzzLines(result, { seed, keepIn }));
  console.log(lines.join('\n'));
  expect(lines.filter((line) => !line.startsWith('ok'))).toEqual([]);
  expect(results.reduce((sum, result) => sum + result.runs, 0)).toBeGreaterThanOrEqual(runs);
  // What is always refused, or never, was not really tried.
  for (const { target, outcomes } of results)
    expect(Object.keys(outcomes).length, target).toBeGreaterThan(1);
}, 600_000);
