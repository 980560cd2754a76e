import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { layers } from './layers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const cell = (names: readonly string[]) =>
  names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ');

test('every folder of the table is there', () =>
  expect(layers.filter(({ folder }) => !existsSync(join(root, folder)))).toEqual([]));

test('docs/architecture.md shows the layer table as it is', () => {
  const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
  const section = page.slice(page.indexOf('## Layers'), page.indexOf('## The window'));
  const shown = section.split('\n').filter((line) => line.startsWith('| `'));
  expect(shown).toEqual(
    layers.map(
      ({ folder, may, packages }) => `| \`${folder}\` | ${cell(may)} | ${cell(packages)} |`,
    ),
  );
});
