import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../lib/json.ts';
import { parseClipboard } from './edits/index.ts';
import { logicalIds } from './logical-id.ts';
import { parseDesign } from './parse.ts';
import { serialiseDesign } from './serialise.ts';
import { anyDesign } from './testing/arbitraries.ts';
import { exampleDesign, exampleNode, largeDesign, nodeId } from './testing/example-design.ts';
import { mutate, mutation } from './testing/mutations.ts';

const start = JSON.parse(serialiseDesign(largeDesign(12)));

describe('a design that was tampered with', () => {
  test('is read or refused, in words, and never crashes the reader', () => {
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(
        fc.option(anyDesign),
        fc.array(mutation, { minLength: 1, maxLength: 5 }),
        (design, mutations) => {
          const file: Json = JSON.parse(
            design === null ? JSON.stringify(start) : serialiseDesign(design),
          );
          for (const one of mutations) mutate(file, one);
          const text = JSON.stringify(file);
          const parsed = parseDesign(text);
          if (parsed.ok) {
            read += 1;
            logicalIds(parsed.value.design);
            const again = parseDesign(serialiseDesign(parsed.value.design));
            expect(again.ok && serialiseDesign(again.value.design)).toBe(
              serialiseDesign(parsed.value.design),
            );
          } else {
            refused += 1;
            expect(parsed.error.length).toBeGreaterThan(0);
            for (const problem of parsed.error) {
              expect(problem.message).toMatch(/^\S.*\.$|\?$/);
              expect(problem.message.length).toBeLessThan(400);
            }
          }
          parseClipboard(text);
        },
      ),
      { numRuns: 1000 },
    );
    // Both must have been tried often, or the test says nothing.
    expect(Math.min(read, refused)).toBeGreaterThan(100);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  test('is refused as text too, wherever it is cut or smeared', () => {
    const text = serialiseDesign(largeDesign(3));
    fc.assert(
      fc.property(
        fc.nat({ max: text.length }),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.nat({ max: 9 }),
        (at, put, cut) => {
          const parsed = parseDesign(text.slice(0, at) + put + text.slice(at + cut));
          if (!parsed.ok) expect(parsed.error[0]?.message).toMatch(/^\S.*\.$|\?$/);
          expect(parseDesign(text.slice(0, at)).ok).toBe(at >= text.length - 1);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('may have parents in a ring', () => {
    const ring = exampleDesign([
      exampleNode('a', { parent: nodeId('b') }),
      exampleNode('b', { parent: nodeId('c') }),
      exampleNode('c', { parent: nodeId('a') }),
      exampleNode('d', { parent: nodeId('d') }),
    ]);
    expect(parseDesign(serialiseDesign(ring))).toMatchObject({ ok: true, value: { design: ring } });
  });
});

test.each([
  [
    'a hundred thousand broken nodes',
    `{"formatVersion":1,"name":"n","region":"r","nodes":[${'{},'.repeat(100_000)}{}],"connections":[]}`,
  ],
  [
    'a million nodes that are none',
    `{"formatVersion":1,"name":"n","region":"r","nodes":[${'0,'.repeat(1_000_000)}0],"connections":[]}`,
  ],
  [
    'a million wrong limits',
    `{"formatVersion":1,"name":"n","region":"r","nodes":[],"connections":[],"limits":{${Array.from({ length: 300_000 }, (_, i) => `"l${i}":""`).join(',')}}}`,
  ],
  [
    'values nested beyond reason',
    `{"formatVersion":1,"name":"n","region":"r","nodes":[],"connections":[],"x":${'['.repeat(2_000_000)}`,
  ],
  [
    'one enormous text',
    `{"formatVersion":1,"name":"${'n'.repeat(5_000_000)}","region":5,"nodes":[],"connections":[]}`,
  ],
  [
    'more nodes than anybody can draw',
    `{"formatVersion":1,"name":"n","region":"r","nodes":[${Array.from({ length: 60_000 }, (_, at) => JSON.stringify(exampleNode(`n${at}`))).join(',')}],"connections":[]}`,
  ],
  [
    'containers in containers without end',
    serialiseDesign(
      exampleDesign(
        Array.from({ length: 20_000 }, (_, at) =>
          exampleNode(`n${at}`, at > 0 ? { parent: nodeId(`n${at - 1}`) } : {}),
        ),
      ),
    ),
  ],
  ['an enormous key', `{"formatVersion":1,"${'n'.repeat(5_000_000)}":1e999}`],
])('%s is refused within some seconds', (_title, text) => {
  const begin = performance.now();
  const parsed = parseDesign(text);
  expect(parsed.ok).toBe(false);
  expect(!parsed.ok && JSON.stringify(parsed.error).length).toBeLessThan(100_000);
  expect(performance.now() - begin).toBeLessThan(8000);
});
