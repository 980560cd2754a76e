import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';

/*
 * Inputs of a size that no person makes, each in a process of its own with little memory: an answer, or a refusal in
 * words, in some seconds.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isobar-monsters-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const child = join(folder, 'child.mjs');
await build({
  entryPoints: [join(root, 'tools', 'testing', 'fuzz', 'monster-child.ts')],
  outfile: child,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
const names = JSON.parse(execFileSync(process.execPath, [child], { encoding: 'utf8' })) as string[];
const run = promisify(execFile);

/** Far more than any of them takes on a machine that has nothing else to do. */
const mostMilliseconds = 30_000;
const mostMegabytes = 800;

test.each(names)('%s', async (name) => {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=800', child, name], {
    timeout: 2 * mostMilliseconds,
  });
  const { said, milliseconds, megabytes } = JSON.parse(stdout) as {
    readonly said: string;
    readonly milliseconds: number;
    readonly megabytes: number;
  };
  console.log(`${name}: ${milliseconds} ms, ${megabytes} MB, ${said}`);
  expect(said).not.toBe('');
  expect(milliseconds).toBeLessThan(mostMilliseconds);
  expect(megabytes).toBeLessThan(mostMegabytes);
});
