import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ExportedFile } from '../exported.ts';
import { writeFiles } from './synth.ts';

/**
 * Compiles generated CDK apps under their own `strict` settings, all in one run of the compiler.
 * Gives the compiler's messages; none is good.
 */
export const typeErrors = (
  apps: readonly { readonly name: string; readonly files: readonly ExportedFile[] }[],
): readonly string[] => {
  const root = resolve(import.meta.dirname, '../../..');
  const folder = mkdtempSync(join(tmpdir(), 'isobar-types-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const { name, files } of apps)
      writeFiles(
        join(folder, name),
        files.filter(({ path }) => path.endsWith('.ts')),
      );
    const config = apps[0]?.files.find(({ path }) => path === 'tsconfig.json')?.text ?? '{}';
    const { compilerOptions } = JSON.parse(config) as { compilerOptions: object };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: apps.map(({ name }) => `${name}/**/*.ts`) }),
    );
    writeFileSync(join(folder, 'package.json'), '{}');
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder],
      { encoding: 'utf8', cwd: folder },
    );
    return [];
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined) throw error;
    return stdout.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
