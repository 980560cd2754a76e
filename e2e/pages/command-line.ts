import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Files } from '../launchers/launcher.ts';
import { root } from './window.ts';

const program = join(root, 'dist', 'isobar.mjs');
const execute = promisify(execFile);

/** What `isobar validate` says of a design: its exit code, and what went wrong in running it. */
export const validate = (
  design: string,
): { readonly status: number | null; readonly errors: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-validate-'));
  try {
    const file = join(folder, 'd.isobar.json');
    writeFileSync(file, design);
    const { status, stderr } = spawnSync(process.execPath, [program, 'validate', file], {
      encoding: 'utf8',
    });
    return { status, errors: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What `isobar export` writes for a design. Fails when the command does. */
export const exported = async (design: string, target: 'sam' | 'cdk'): Promise<Files> => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-export-'));
  try {
    const file = join(folder, 'd.isobar.json');
    const out = join(folder, 'out');
    writeFileSync(file, design);
    await execute(process.execPath, [program, 'export', file, '--to', target, '--out', out]);
    const entries = readdirSync(out, { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [path.slice(out.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
        }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
