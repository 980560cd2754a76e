import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** What Biome, with this project's settings, finds in some files: `path: rule` for each. */
const lint = (files: Record<string, string>): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-lint-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'],
      { cwd: folder, encoding: 'utf8' },
    );
    return [...stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)]
      .map(([, rule, file]) => `${relative(realpathSync(folder), file ?? '')}: ${rule}`)
      .sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/*
 * Some of these rules are young, and one of them works out types: an upgrade of Biome that stops
 * them would look like clean code.
 */
test('the rules that keep this code honest still bite', () => {
  const found = lint({
    'shared/lib/promise.ts':
      'const later = async (): Promise<void> => Promise.resolve();\nlater();\n',
    'shared/lib/any.ts': 'export const a = (x: any): number => x;\n',
    'shared/lib/bang.ts': 'export const a = (x: string[]): string => x[0]!;\n',
    'shared/lib/unused.ts': "import { a } from './any.ts';\n",
    'shared/lib/node.ts': 'export const a = process.cwd();\n',
    'shared/lib/log.ts': "console.log('a');\n",
    'shared/lib/dom.ts': 'export const a = [document, window];\n',
    'shared/lib/switch.ts':
      "export const a = (x: 'b' | 'c'): number => {\n  switch (x) {\n    case 'b':\n      return 1;\n  }\n  return 2;\n};\n",
    'shared/lib/CamelCase.ts': 'export const a = 1;\n',
  });
  expect(found).toEqual([
    'shared/lib/CamelCase.ts: useFilenamingConvention',
    'shared/lib/any.ts: noExplicitAny',
    'shared/lib/bang.ts: noNonNullAssertion',
    'shared/lib/dom.ts: noRestrictedGlobals',
    'shared/lib/dom.ts: noRestrictedGlobals',
    'shared/lib/log.ts: noRestrictedGlobals',
    'shared/lib/node.ts: noRestrictedGlobals',
    'shared/lib/promise.ts: noFloatingPromises',
    'shared/lib/switch.ts: useExhaustiveSwitchCases',
    'shared/lib/unused.ts: noUnusedImports',
  ]);
});

test('a local value may be called what a global is called, and a test may use Node.js', () => {
  const found = lint({
    'shared/lib/policy.ts':
      'export const a = (document: string, window: number) => [document, window];\n',
    'shared/lib/policy.test.ts': 'export const a = (x: string[]) => [process.cwd(), x[0]!];\n',
    'cli/main.ts': 'console.log(process.argv);\n',
  });
  expect(found).toEqual([]);
});
