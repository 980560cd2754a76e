import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { printFile } from '../print.ts';
import type { Statement } from '../syntax.ts';

/** The style that the printer prints in. */
const config = {
  root: true,
  formatter: { enabled: true, indentStyle: 'space', indentWidth: 2, lineWidth: 100 },
  javascript: {
    formatter: {
      quoteStyle: 'single',
      semicolons: 'always',
      trailingCommas: 'all',
      arrowParentheses: 'always',
      quoteProperties: 'asNeeded',
    },
  },
  linter: { enabled: false },
  assist: { enabled: false },
};
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** What Biome makes of each text; all in one run. */
const formatted = (texts: readonly string[]): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  const input = texts.map((part, index) => `// case ${index}\n${part}`).join('');
  const run = spawnSync(
    process.execPath,
    [biome, 'format', `--config-path=${folder}/biome.json`, '--stdin-file-path=x.ts'],
    { input, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  rmSync(folder, { recursive: true });
  if (run.status !== 0) throw new Error(run.stderr.slice(0, 2000));
  return run.stdout.split(/^\/\/ case \d+\n/m).slice(1);
};

/** Expects that Biome leaves each of these files as it is printed. */
export const expectStable = (files: readonly (readonly Statement[])[]): void => {
  const texts = files.map((statements) => printFile(statements));
  const results = formatted(texts);
  expect(results).toHaveLength(texts.length);
  results.forEach((result, index) => {
    expect(result).toBe(texts[index]);
  });
};
