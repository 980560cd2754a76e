import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../cli/commands/index.ts';
import { parseWords } from '../cli/parse-words.ts';
import { makeMachine, root } from '../cli/testing/machine.ts';
import { designSchemaForEditors } from '../shared/explain/design-schema.ts';
import { exportBoth } from '../shared/exporters/testing/both.ts';
import { ok } from '../shared/lib/result.ts';
import { parseDesign } from '../shared/model/parse.ts';
import { serialiseDesign } from '../shared/model/serialise.ts';

/*
 * What docs/ tells people to write has to work.
 */

const pageOf = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

/** The texts in fences of a language. */
const fenced = (page: string, language: string): readonly string[] =>
  [...pageOf(page).matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

test('the example of the design file is canonical, sound, known to the schema, and exports', () => {
  const [text = ''] = fenced('design-file.md', 'json');
  const parsed = parseDesign(text);
  if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message).join(' '));
  const { design } = parsed.value;
  expect(serialiseDesign(design)).toBe(text);

  const validate = new Ajv2020({ strict: false }).compile(designSchemaForEditors());
  expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);

  const { put, run } = makeMachine();
  put('orders.isobar.json', text);
  expect(run('validate', 'orders.isobar.json', '--fail-on', 'info')).toMatchObject({ code: 0 });
  const report = run('validate', 'orders.isobar.json', '--format', 'json').stdout;
  expect(report).toContain(design.suppressions?.[0]?.reason);
  for (const to of ['sam', 'cdk'])
    expect(run('export', 'orders.isobar.json', '--to', to, '--out', to)).toMatchObject({ code: 0 });
  const { sam, cdk } = exportBoth(design);
  expect([sam.problems, cdk.problems]).toEqual([[], []]);
});

test('the fields of the design file are all told, and no other', () => {
  const { properties } = designSchemaForEditors();
  const table = pageOf('design-file.md').split('## Fields')[1]?.split('\n\n')[1] ?? '';
  const told = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(Object.keys(properties as object));
});

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}

/** The lines of a shell text that call isobar, without what the shell does with them. */
const callsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/npx isobar ([^|>\n]+)/g)].map(([, words = '']) =>
    (words.match(/"[^"]*"|[^\s"]+/g) ?? []).map((word) => word.replaceAll('"', '')),
  );

test('the workflow is YAML that GitHub understands, and calls what there is', () => {
  const [text = ''] = fenced('ci.md', 'yaml');
  const workflow = parse(text) as Workflow;
  expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs']);
  expect(workflow.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  for (const { run, uses } of steps) expect([run, uses].filter(Boolean)).toHaveLength(1);
  expect(steps.some(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'))).toBe(
    true,
  );
});

test.each(['ci.md', 'design-file.md', 'cli.md'])(
  'every call in %s is one that isobar takes',
  (name) => {
    const calls = ['sh', 'yaml'].flatMap((language) => fenced(name, language)).flatMap(callsIn);
    expect(calls.length).toBeGreaterThan(0);
    for (const [command = '', ...words] of calls) {
      const known = commands.find((item) => item.name === command);
      expect(known?.name, command).toBe(command);
      if (known)
        expect(parseWords(known, words), [command, ...words].join(' ')).toMatchObject({ ok: true });
    }
  },
);

test('the comparison of a branch works through a pipe', () => {
  const [text = ''] = fenced('design-file.md', 'json');
  const { put, run } = makeMachine({ readStdin: () => ok(text) });
  put('a.json', text.replace('"timeout": 30', '"timeout": 20'));
  const { code, stdout } = run('diff', '-', 'a.json');
  expect([code, stdout]).toEqual([0, expect.stringContaining('timeout')]);
});
