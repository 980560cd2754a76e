/** `npm start`. There is no window yet: until it arrives, this shows the command line. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

console.log('The window of Isobar is not built yet. Its command line is: npx isobar <command>\n');
const { status } = spawnSync(process.execPath, [join(root, 'dist', 'isobar.mjs'), '--help'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
