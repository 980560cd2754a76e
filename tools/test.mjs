/**
 * Runs everything that must hold, says what it runs, and ends with one plain line:
 * `N passed, M failed`, summed over what really ran.
 *
 *   node tools/test.mjs                   everything
 *   node tools/test.mjs --only check      one group, or steps by name: --only layers,unit
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './check-layers.mjs';
import { steps } from './test-steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The names after --only, undefined for everything; ends the program on wrong use. */
const readArguments = (/** @type {readonly string[]} */ args) => {
  if (args.length === 0) return undefined;
  const known = new Set(steps.flatMap(({ name, group }) => [name, group]));
  const only = args[0] === '--only' && args.length === 2 ? args[1]?.split(',') : undefined;
  if (only?.every((name) => known.has(name))) return new Set(only);
  console.error(`usage: node tools/test.mjs [--only <${[...known].join('|')}>[,...]]`);
  process.exit(2);
};

const only = readArguments(process.argv.slice(2));
const chosen = steps.filter(({ name, group }) => !only || only.has(name) || only.has(group));

let passed = 0;
let failed = 0;
/** @type {string[]} */
const notChecked = [];
/** @type {string[]} */
const failures = [];
/** @type {Set<string>} */
const ran = new Set();

for (const step of chosen) {
  console.log(`\n=== ${step.name}: ${step.proves}`);
  const start = performance.now();
  const outcome = step.run(root);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  passed += outcome.passed;
  failed += outcome.failed;
  notChecked.push(...outcome.notChecked.map((what) => `${step.name}: ${what}`));
  for (const file of outcome.files) ran.add(file);
  if (outcome.failed > 0) failures.push(`${step.name} (${outcome.failed})`);
  const word = outcome.failed > 0 ? 'FAILED' : outcome.passed > 0 ? 'ok' : 'NOTHING RAN';
  console.log(
    `=== ${step.name}: ${word}, ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`,
  );
}

if (only === undefined) {
  // A test that no suite picks up looks like a test that passes.
  const forgotten = listFiles(root).filter(
    (file) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(file) && !ran.has(file),
  );
  failed += forgotten.length;
  for (const file of forgotten) failures.push(`${file}: no suite of tools/test-steps.mjs ran it`);
} else {
  const left = steps.filter((step) => !chosen.includes(step)).map(({ name }) => name);
  if (left.length > 0) notChecked.push(`left out by --only: ${left.join(', ')}`);
}

console.log('');
for (const what of notChecked) console.log(`NOT CHECKED: ${what}`);
for (const what of failures) console.log(`FAILED: ${what}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
