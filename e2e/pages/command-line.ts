import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './window.ts';

/** What `isobar validate` says of a design: its exit code, and what went wrong in running it. */
export const validate = (
  design: string,
): { readonly status: number | null; readonly errors: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-validate-'));
  try {
    const file = join(folder, 'd.isobar.json');
    writeFileSync(file, design);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'dist', 'isobar.mjs'), 'validate', file],
      { encoding: 'utf8' },
    );
    return { status, errors: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
