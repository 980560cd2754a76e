import { expect, test } from 'vitest';
import { templateFiles } from '../../../shared/exporters/testing/templates.ts';
import { makeExport } from '../../exports/make-export.ts';
import type { CodeFormat } from '../../store/view.ts';
import {
  codeFormats,
  firstPlace,
  languageOf,
  lineCount,
  mainFile,
  ownerAt,
  placesOf,
  shownFile,
} from './code-files.ts';

const template = (name: string) => {
  const found = templateFiles.find(({ title }) => title === name);
  if (!found) throw new Error(`There is no template ${name}.`);
  return found.design;
};
const make = (name: string, format: CodeFormat) =>
  makeExport({ design: template(name), format, today: '2026-11-21' });

test.each(codeFormats.map(({ id }) => id))(
  '%s has a main file with lines that can be found',
  async (format) => {
    const made = await make('edge-site', format);
    const main = mainFile(made);
    expect(made.files.map(({ path }) => path)).toContain(main);
    expect(shownFile(made, 'gone')).toBe(main);
    expect(made.problems).toEqual([]);
  },
);

test('a node in another region is found in the template of that region', async () => {
  const made = await make('edge-site', 'sam');
  const node = template('edge-site').nodes.find(({ kind }) => kind === 'lambda-edge');
  const [place] = placesOf(made, new Set([node?.id ?? '']));
  expect(place?.path).toBe('template-us-east-1.yaml');
  expect(ownerAt(made.ranges, place?.path ?? '', place?.first ?? 0)).toBe(node?.id);
});

test('the lines of a function are in the template first, then in its handler', async () => {
  const made = await make('serverless-rest-api', 'sam');
  const places = placesOf(made, new Set(['list-orders']));
  expect(places.map(({ path }) => path)).toEqual(['template.yaml', 'src/list-orders/index.mjs']);
  expect(lineCount(places)).toBeGreaterThan(20);
  expect(placesOf(made, new Set())).toEqual([]);
});

test('files have the colours of their endings', () => {
  const names = [
    'template.yaml',
    'lib/a-stack.ts',
    'src/a/index.mjs',
    'a.isobar.json',
    'README.md',
    'samconfig.toml',
    '.gitignore',
  ];
  expect(names.map(languageOf)).toEqual([
    'yaml',
    'typescript',
    'typescript',
    'json',
    'markdown',
    'plaintext',
    'plaintext',
  ]);
});

test('what is shown first is the thing itself, in the file that is open if it is there', async () => {
  const made = await make('serverless-rest-api', 'cdk');
  const places = placesOf(made, new Set(['list-orders']));
  const text = made.files.find(({ path }) => path.startsWith('lib/'))?.text.split('\n') ?? [];
  const first = firstPlace(places, 'README.md');
  expect(text[(first?.first ?? 0) - 1]).toContain('new lambda.Function(');
  expect(firstPlace(places, 'src/list-orders/index.mjs')?.path).toBe('src/list-orders/index.mjs');
  expect(firstPlace([], 'README.md')).toBeUndefined();
});
