import { describe, expect, test } from 'vitest';
import { connections, propertiesOf, services } from './catalog.ts';
import { type PropertyDefinition, text } from './property.ts';
import { formWords, hasForm } from './property-form.ts';

const patterns = new Map<string, string>();
const wordless: string[] = [];
const notePattern = (place: string, definition: PropertyDefinition): void => {
  const { pattern } = definition;
  if (pattern === undefined) return;
  patterns.set(pattern, place);
  if (formWords(definition).startsWith('It has to look like'))
    wordless.push(`${place}: ${pattern}`);
};
for (const kind of [...services.map(({ kind: id }) => id), ...connections.map(({ id }) => id)])
  for (const [name, definition] of Object.entries(propertiesOf(kind) ?? {})) {
    const { default: proposed, items } = definition;
    notePattern(`${kind}.${name}`, definition);
    if (items) notePattern(`${kind}.${name}`, items);
    if (typeof proposed === 'string' && definition.pattern !== undefined)
      test(`what is proposed has the form: ${kind}.${name}`, () =>
        expect(hasForm(definition, proposed)).toBe(true));
  }

describe('the patterns of the catalog', () => {
  test('all have words that a person understands', () => {
    // Give the property a `form`: a sentence with an example.
    expect(wordless).toEqual([]);
  });

  // A pattern that tries all ways to split a text would hold up everybody who types one.
  test.each([...patterns.keys()])('%s answers at once, whatever the text', (pattern) => {
    const start = performance.now();
    for (const part of ['a', 'a-', 'a.', 'A ', '0', '/a', '.a', 'a ', '1.1', '\t'])
      hasForm(text({ pattern }), `${part.repeat(2000)}\u0001:`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test.each([
  ['^[a-zA-Z0-9_-]{1,80}(\\.fifo)?$', 'orders.fifo', true],
  ['^[a-zA-Z0-9_-]{1,80}(\\.fifo)?$', 'my orders', false],
  ['^/', '', true],
  ['^[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+$', 'Größe', true],
])('%s and "%s": %s', (pattern, value, fits) => {
  expect(hasForm(text({ pattern }), value)).toBe(fits);
});

test.each([
  ['^[a-z0-9_]+$', 'Small letters, digits and underscores only.'],
  [
    '^[A-Za-z][A-Za-z0-9_]{0,9}$',
    'First a letter, then letters, digits and underscores; 10 characters at most.',
  ],
  ['^[A-Za-z0-9#]{2,5}$', 'Letters, digits and the sign # only; 2 to 5 characters.'],
  ['^[^:*]+$', 'Anything but : and *.'],
  ['^x{3}$', 'It has to look like ^x{3}$.'],
])('%s is, in words: %s', (pattern, words) => {
  expect(formWords(text({ pattern }))).toBe(words);
});

test('words of its own come before all others', () => {
  expect(formWords(text({ pattern: '^/', form: 'Such as /orders.' }))).toBe('Such as /orders.');
});
