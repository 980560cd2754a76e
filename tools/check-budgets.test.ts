import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { budgets } from './budgets.mjs';
import { measure, problemOf } from './check-budgets.mjs';

const folder = mkdtempSync(join(tmpdir(), 'isobar-budgets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const assets = join(folder, '.vite', 'renderer', 'assets');
mkdirSync(assets, { recursive: true });
writeFileSync(
  join(folder, '.vite', 'renderer', 'index.html'),
  '<script src="./assets/index-1.js"></script><link href="./assets/part-2.js"><link href="./a.css">',
);
/** Text that hardly gets smaller. */
const noise = (length: number): string => {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
};
for (const name of ['index-1.js', 'part-2.js', 'big-3.js', 'big-4.js'])
  writeFileSync(join(assets, name), noise(name === 'big-4.js' ? 40_000 : 10_000));

const budget = { what: 'Part', mend: 'Make it smaller.' };

test('measures the page, the largest of several files, and all of them', () => {
  const [page, largest, all, none] = measure(folder, [
    { ...budget, pattern: 'page', kB: 1 },
    { ...budget, pattern: 'big-.*\\.js', kB: 1 },
    { ...budget, pattern: '.*\\.js', all: true, kB: 1 },
    { ...budget, pattern: 'command line', kB: 1 },
  ]);
  expect(largest?.size).toBeGreaterThan(page?.size ?? 0);
  expect(all?.size).toBeCloseTo(
    (page?.size ?? 0) + (largest?.size ?? 0) + (page?.size ?? 0) / 2,
    0,
  );
  expect(none?.size).toBeNaN();
});

test('says what is too large and how to mend it, and what is gone', () => {
  const part = { ...budget, pattern: 'part-.*', kB: 10 };
  expect(problemOf({ ...part, size: 10 })).toBeUndefined();
  expect(problemOf({ ...part, size: 10.1 })).toMatch(
    /^Part: 10\.1 kB, but at most 10 kB\. Make it smaller\./,
  );
  expect(problemOf({ ...part, size: Number.NaN })).toContain('nothing that was built is called');
});

test('docs/contributing.md shows the budgets as they are', () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const page = readFileSync(join(root, 'docs', 'contributing.md'), 'utf8');
  for (const { what, kB } of budgets)
    expect(page).toContain(`| ${what} | ${kB.toLocaleString('en')} |`);
});
