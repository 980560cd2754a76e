import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listFiles } from './check-layers.mjs';

/*
 * Every link and picture in what is written for people leads somewhere, and no picture is there for nobody. Pages that
 * are made from the tables have a test of their own (shared/explain); here they are read like all others.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pages = listFiles(root).filter(
  (file) => file.endsWith('.md') && !/^(templates|e2e)\//.test(file),
);

/** The page without code: what stands there is no link. */
const proseOf = (text: string): string =>
  text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, '``');

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchors = new Map<string, ReadonlySet<string>>();
const anchorsOf = (file: string): ReadonlySet<string> => {
  const known = anchors.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  const seen = new Map<string, number>();
  const found = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6} +(.+)$/gm)) {
    const anchor = anchorOf(heading);
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    found.add(count === 0 ? anchor : `${anchor}-${count}`);
  }
  for (const [, id = ''] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) found.add(id);
  anchors.set(file, found);
  return found;
};

/** The targets of all links and pictures of a page that are files of the project. */
const targetsOf = (page: string): readonly string[] =>
  [...proseOf(readFileSync(join(root, page), 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));

test('every relative link and picture of the documentation leads somewhere', () => {
  const lost: string[] = [];
  let count = 0;
  for (const page of pages)
    for (const target of targetsOf(page)) {
      count += 1;
      const [path = '', anchor] = decodeURI(target).split('#');
      const file = path === '' ? join(root, page) : join(root, dirname(page), path);
      if (!existsSync(file)) lost.push(`${page}: ${target} is not there`);
      else if (anchor && statSync(file).isFile() && file.endsWith('.md'))
        if (!anchorsOf(file).has(anchor)) lost.push(`${page}: ${target} has no such heading`);
    }
  expect(lost).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

test('every picture is shown somewhere, says what it shows, and is small', () => {
  const folder = join(root, 'docs', 'pictures');
  const shown = new Set<string>();
  for (const page of pages) {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [, words = '', target = ''] of text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)) {
      expect(words.length, `${page}: ${target} needs words for who cannot see it`).toBeGreaterThan(
        9,
      );
      shown.add(relative(folder, join(root, dirname(page), target)));
    }
  }
  for (const name of readdirSync(folder)) {
    expect(shown.has(name), `${name} is on no page: remove it (e2e/pictures)`).toBe(true);
    expect(statSync(join(folder, name)).size / 1024, `${name} in kB`).toBeLessThan(200);
  }
});

test('the pages that people start from are linked from the README', () => {
  const targets = targetsOf('README.md');
  for (const name of readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md')))
    if (name !== 'shortcuts.md') expect(targets).toContain(`docs/${name}`);
});
