import { expect, test } from 'vitest';
import { resolveReferences } from './references.ts';
import { array, call, create, invoke, name, object, reference, template, text } from './syntax.ts';

const used = create(
  'lambda.Function',
  reference('scope'),
  object({
    table: template('x', reference('table')),
    list: array([reference('table')]),
    name: text('a'),
  }),
);

test('replaces references, and keeps what holds none', () => {
  const untouched = invoke(name('a'), 'b');
  const code = call('f', untouched, reference('queue'), used);
  const resolved = resolveReferences(code, (key) => name(`this.${key}`));
  expect(JSON.stringify(resolved)).not.toContain('"reference"');
  expect(resolved).toMatchObject({ args: [untouched, name('this.queue'), { kind: 'new' }] });
  expect(resolved.kind === 'call' && resolved.args[0]).toBe(untouched);
  expect(resolveReferences(untouched, name)).toBe(untouched);
});

test('text that takes the place of a reference becomes part of the template', () => {
  const code = template('a/', reference('group'), '/', reference('name'), '/b');
  const known: Record<string, ReturnType<typeof text>> = {
    group: text('g'),
    name: template('x', name('id')),
  };
  expect(resolveReferences(code, (key) => known[key] ?? text(''))).toEqual(
    template('a/g/x', name('id'), '/b'),
  );
  expect(resolveReferences(code, text)).toEqual(text('a/group/name/b'));
});
