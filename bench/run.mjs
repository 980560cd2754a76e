/** `npm run bench [-- <nodes>…]`: bundles the bench, so that it runs on every Node.js, and runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'isobar-bench-'));
const outfile = join(folder, 'bench.mjs');
try {
  await esbuild.build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'bench.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
