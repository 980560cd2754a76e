import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { connections, services } from '../catalog/catalog.ts';
import { rules } from '../rules/index.ts';
import { allPages } from './all-pages.ts';

const docs = join(dirname(import.meta.filename), '../../docs');
const pages = allPages();

const onDisk = (path: string): string | undefined => {
  try {
    return readFileSync(join(docs, path), 'utf8');
  } catch {
    return undefined;
  }
};

test('docs/ says what the tables say', () => {
  const made = ['kinds', 'rules'].flatMap((folder) =>
    readdirSync(join(docs, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  const stale = [
    ...[...pages].filter(([path, text]) => onDisk(path) !== text).map(([path]) => path),
    ...made.filter((path) => !pages.has(path)),
  ];
  expect(
    stale,
    `These pages of docs/ are not what the tables say. Renew them: npm run docs`,
  ).toEqual([]);
});

test('every kind and every rule has a page, and every connection a heading', () => {
  for (const { kind, title } of services)
    expect(pages.get(`kinds/${kind}.md`)).toContain(`\n# ${title.replaceAll('@', '\\@')}\n`);
  for (const { meta } of rules) expect(pages.get(`rules/${meta.id}.md`)).toContain(meta.id);
  for (const { id, from } of connections)
    expect(pages.get(`kinds/${from}.md`)).toContain(`\n### ${id}\n`);
});

/** What GitHub makes of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

test('every link leads somewhere', () => {
  const broken: string[] = [];
  for (const [path, text] of pages)
    for (const [, address = ''] of text.matchAll(/(?<!\\)\]\(([^)\s]+)\)/g)) {
      if (address.startsWith('https://')) continue;
      const [file = '', anchor] = address.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      const there = pages.get(target) ?? onDisk(target);
      if (there === undefined || (anchor !== undefined && !anchorsOf(there).includes(anchor)))
        broken.push(`${path}: ${address}`);
    }
  expect(broken).toEqual([]);
});

test('no page says what is not there', () => {
  for (const [path, text] of pages) {
    expect(text, path).not.toMatch(/\bundefined\b(?! behavio)|\[object |\bNaN\b|`{3}\s*`{3}/);
    // A table has as many cells in each row as in its head.
    for (const [table] of text.matchAll(/(?:^\|.*\n?)+/gm)) {
      const widths = table
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/(?<!\\)\|/).length);
      expect(new Set(widths).size, `${path}: ${table.slice(0, 200)}`).toBe(1);
    }
  }
});
