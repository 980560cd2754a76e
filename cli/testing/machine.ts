import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { fail, ok } from '../../shared/lib/result.ts';
import type { Design } from '../../shared/model/design.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { readIcon, readTemplates } from '../../tools/assets.mjs';
import type { Assets, Io } from '../io.ts';
import { runCli } from '../run.ts';

/** The top folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const assets: Assets = {
  version: '1.2.3',
  templates: readTemplates(root),
  icons: { AWSLambda: readIcon(root, 'AWSLambda') ?? '' },
};

/** What a command said and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own, and a command line in it. */
export const makeMachine = (more: Partial<Io> = {}) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isobar-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    /** Puts a file there; a design in its canonical form. */
    put: (name: string, content: string | Design): string => {
      writeFileSync(path(name), typeof content === 'string' ? content : serialiseDesign(content));
      return name;
    },
    read: (name: string): string => readFileSync(path(name), 'utf8'),
    run: (...typed: readonly string[]): Outcome => {
      let [stdout, stderr] = ['', ''];
      const code = runCli(typed, {
        stdout: (text) => {
          stdout += text;
        },
        stderr: (text) => {
          stderr += text;
        },
        colors: { stdout: false, stderr: false },
        cwd: folder,
        today: '2026-11-21',
        assets,
        readFile: (name) => {
          try {
            return ok(readFileSync(join(folder, name), 'utf8'));
          } catch {
            return fail('There is no such file.');
          }
        },
        readStdin: () => fail('Nothing is piped to standard input.'),
        ...more,
      });
      return { code, stdout, stderr };
    },
  };
};
