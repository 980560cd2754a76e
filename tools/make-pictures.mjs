/**
 * `npm run pictures`: takes the pictures of docs/ and the README anew, from the app as it is, and says how large they
 * are. Look at each before you commit it. Needs a Chromium, as the journeys do.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const taken = join(root, 'out', 'pictures');
const kept = join(root, 'docs', 'pictures');

rmSync(taken, { recursive: true, force: true });
const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
const { status } = spawnSync(
  process.execPath,
  [cli, 'test', '--config', 'playwright.pictures.config.ts'],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0 || !existsSync(taken)) {
  console.error('pictures: not all could be taken; docs/pictures is as it was.');
  process.exit(1);
}
const names = readdirSync(taken).sort();
for (const name of readdirSync(kept)) if (!names.includes(name)) rmSync(join(kept, name));
for (const name of names) {
  copyFileSync(join(taken, name), join(kept, name));
  console.log(`${(statSync(join(kept, name)).size / 1024).toFixed(0).padStart(5)} kB  ${name}`);
}
