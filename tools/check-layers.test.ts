import { describe, expect, test } from 'vitest';
import { checkLayers } from './check-layers.mjs';
import { layers } from './layers.mjs';

/** Checks a project that exists in this test only. */
const check = (project: Record<string, string>) =>
  checkLayers({ files: Object.keys(project), read: (file) => project[file] ?? '' });

const found = (project: Record<string, string>) =>
  check(project).map(({ kind, file, line }) => `${kind} ${file}:${line}`);

describe('what the table allows', () => {
  test('is quiet on imports that go one way', () => {
    const project = {
      'shared/lib/result.ts': 'export const ok = 1;',
      'shared/model/ids.ts': "import { z } from 'zod';\nimport { ok } from '../lib/result.ts';",
      'shared/catalog/workflow/text.ts': "import { parse } from 'yaml';",
      'cli/main.ts':
        "import { readFile } from 'node:fs/promises';\nimport '../shared/model/ids.ts';",
      'electron/preload/preload.ts': "import { contextBridge } from 'electron';",
      'renderer/canvas/canvas.tsx': "import { ReactFlow } from '@xyflow/react';",
      'tools/build.mjs': "import('esbuild'); import('../dist/isobar.mjs');",
      'vitest.config.ts': "import { defineConfig } from 'vitest/config';",
    };
    expect(check(project)).toEqual([]);
  });

  test('lets a test import what it needs, and test helpers import one another', () => {
    const project = {
      'shared/rules/engine.ts': '',
      'shared/model/testing/designs.ts': "import { readFileSync } from 'node:fs';",
      'shared/model/ids.test.ts':
        "import { test } from 'vitest';\nimport './testing/designs.ts';\nimport '../rules/engine.ts';",
    };
    expect(check(project)).toEqual([]);
  });

  test('knows a comment and a text from an import', () => {
    const project = {
      'shared/lib/a.ts': "// import 'react'\nexport const text = `import x from 'react'`;",
    };
    expect(check(project)).toEqual([]);
  });
});

describe('an import that the table does not allow', () => {
  test.each([
    ['static', "import { run } from '../rules/engine.ts';"],
    ['for its effect', "import '../rules/engine.ts';"],
    ['of a type', "import type { Rule } from '../rules/engine.ts';"],
    ['of a type, written in place', "export type R = import('../rules/engine.ts').Rule;"],
    ['dynamic', "export const load = () => import('../rules/engine.ts');"],
    ['dynamic, as a template', 'export const load = () => import(`../rules/engine.ts`);'],
    ['passed on', "export { run } from '../rules/engine.ts';"],
    ['passed on whole', "export * from '../rules/engine.ts';"],
    ['by require', "const engine = require('../rules/engine.ts');"],
    ['by import = require', "import engine = require('../rules/engine.ts');"],
  ])('%s', (_, text) => {
    const project = { 'shared/exporters/sam.ts': text, 'shared/rules/engine.ts': '' };
    expect(found(project)).toEqual(['layer shared/exporters/sam.ts:1']);
  });

  test('says which file, what is allowed, and how to mend it', () => {
    const project = {
      'shared/lib/a.ts': "\n\nimport '../model/ids.ts';",
      'shared/model/ids.ts': '',
    };
    expect(check(project)).toEqual([
      {
        kind: 'layer',
        file: 'shared/lib/a.ts',
        line: 3,
        message:
          'imports shared/model/ids.ts, but shared/lib may import: nothing. Move what both need into a layer that both may import, or pass it in as an argument from the caller.',
      },
    ]);
  });

  test.each([
    ['shared/exporters/sam.ts', '../rules/a.ts', 'shared/rules/a.ts'],
    ['shared/rules/a.ts', '../exporters/sam.ts', 'shared/exporters/sam.ts'],
    ['shared/model/ids.ts', '../../cli/main.ts', 'cli/main.ts'],
    ['electron/preload/a.ts', '../../shared/model/ids.ts', 'shared/model/ids.ts'],
    ['renderer/ui/a.tsx', '../store/store.ts', 'renderer/store/store.ts'],
    ['renderer/canvas/a.tsx', '../panels/code/b.tsx', 'renderer/panels/code/b.tsx'],
    ['renderer/panels/code/a.tsx', '../inspector/b.tsx', 'renderer/panels/inspector/b.tsx'],
    ['e2e/journeys/a.ts', '../../shared/model/ids.ts', 'shared/model/ids.ts'],
    ['cli/main.ts', '../tools/build.mjs', 'tools/build.mjs'],
  ])('%s -> %s', (from, specifier, to) => {
    expect(found({ [from]: `import '${specifier}';`, [to]: '' })).toEqual([`layer ${from}:1`]);
  });
});

describe('a package that the layer may not use', () => {
  test.each([
    ['shared/lib/a.ts', 'zod'],
    ['shared/model/a.ts', 'node:crypto'],
    ['shared/model/a.ts', 'yaml'],
    ['shared/exporters/sam/a.ts', 'yaml'],
    ['shared/catalog/a.ts', '@aws-cdk/aws-service-spec'],
    ['cli/a.ts', 'zod'],
    ['cli/a.ts', 'fs'],
    ['electron/preload/a.ts', 'node:fs'],
    ['renderer/commands/a.ts', 'react'],
    ['shared/lib/a.ts', '#internal'],
  ])('%s -> %s', (file, name) => {
    expect(found({ [file]: `import '${name}';` })).toEqual([`package ${file}:1`]);
  });

  test('a path inside an allowed package is allowed', () => {
    expect(found({ 'shared/model/a.ts': "import 'zod/mini';" })).toEqual([]);
    expect(found({ 'shared/model/a.ts': "import 'zod-other';" })).toHaveLength(1);
  });
});

test('finds a file that belongs to no layer', () => {
  expect(
    found({ 'shared/helpers.ts': '', 'scripts/go.mjs': '', 'shared/new/x.test.ts': '' }),
  ).toEqual([
    'no-layer shared/helpers.ts:1',
    'no-layer scripts/go.mjs:1',
    'no-layer shared/new/x.test.ts:1',
  ]);
});

test('finds a circle of imports, types included, and shows the way around', () => {
  const project = {
    'shared/lib/a.ts': "import './b.ts';",
    'shared/lib/b.ts': "import type { C } from './c.ts';",
    'shared/lib/c.ts': "import './a.ts';",
    'shared/lib/d.ts': "import './a.ts';",
  };
  expect(check(project)).toEqual([
    expect.objectContaining({
      kind: 'cycle',
      message: expect.stringContaining(
        'shared/lib/a.ts -> shared/lib/b.ts -> shared/lib/c.ts -> shared/lib/a.ts',
      ),
    }),
  ]);
  expect(found({ 'shared/lib/a.ts': "import './a.ts';" })).toEqual(['cycle shared/lib/a.ts:1']);
});

test.each(['./a.test.ts', './testing/fake.ts', './golden/expected.ts'])(
  'finds a source file that imports the test file %s',
  (specifier) => {
    const target = specifier.replace('./', 'shared/lib/');
    const project = { 'shared/lib/a.ts': `import '${specifier}';`, [target]: '' };
    expect(found(project)).toEqual(['test shared/lib/a.ts:1']);
  },
);

test('finds an import of a file that is not there, or without its ending', () => {
  expect(
    found({ 'shared/lib/a.ts': "import './gone.ts';\nimport './b';", 'shared/lib/b.ts': '' }),
  ).toEqual(['missing shared/lib/a.ts:1', 'missing shared/lib/a.ts:2']);
});

test.each([
  'export const load = (name: string) => import(name);',
  "export const all = import.meta.glob('./rules/*.ts');",
])('finds an import that only the run knows: %s', (text) => {
  expect(found({ 'shared/rules/a.ts': text })).toEqual(['computed shared/rules/a.ts:1']);
});

describe('the core', () => {
  test.each(['Date.now()', "Date['now']()", 'Math.random()', 'new Date()', 'Date()'])(
    'does not use %s',
    (code) => {
      const text = `export const value = () => ${code};`;
      expect(found({ 'shared/model/a.ts': text })).toEqual(['impure shared/model/a.ts:1']);
      expect(found({ 'shared/model/a.test.ts': text, 'cli/a.ts': text })).toEqual([]);
    },
  );

  test('may work with a time that it was given', () => {
    expect(
      found({ 'shared/model/a.ts': 'export const at = new Date(0), r = Math.round(1.2);' }),
    ).toEqual([]);
  });

  test('does not call the types of a host back in', () => {
    const text = '/// <reference types="node" />\nexport const a = 1;';
    expect(found({ 'shared/lib/a.ts': text })).toEqual(['ambient shared/lib/a.ts:1']);
  });
});

test('says so when a file cannot be read as source', () => {
  expect(found({ 'shared/lib/a.ts': 'export const = 3;' })).toEqual(['syntax shared/lib/a.ts:1']);
});

test('the table names each folder once, and allows only folders that it knows', () => {
  const folders = layers.map((layer) => layer.folder);
  expect(new Set(folders).size).toBe(folders.length);
  for (const { may } of layers)
    for (const folder of may)
      expect(folders.some((known) => known === folder || known.startsWith(`${folder}/`))).toBe(
        true,
      );
});
