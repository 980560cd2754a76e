import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Builds the app when a source is newer than what was built. ISOBAR_BUILT=1 takes what is there. */
export default function build(): void {
  if (process.env.ISOBAR_BUILT === '1') return;
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'tools', 'build-app.mjs'), '--if-changed'],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The app does not build.');
}
