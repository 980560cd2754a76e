import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionOf, readerWith } from './condition.ts';
import { codeSpan, markdownOf, markdownPage } from './markdown.ts';
import { part } from './page.ts';

const nowhere = () => undefined;

describe('text in Markdown', () => {
  test.each([
    ['plain', 'plain'],
    ['a * b <img src=x> [x](y) `c`', 'a \\* b \\<img src=x\\> \\[x\\](y) &#96;c&#96;'],
    [['one', ' ', { strong: 'a*b' }], 'one **a\\*b**'],
    [[{ code: 'a|b' }, ', ', { code: 'x`y' }], '`a|b`, `` x`y ``'],
    [[{ text: '[x]', to: { kind: 'lambda' } }], '\\[x\\]'],
  ] as const)('%j', (text, expected) => {
    expect(markdownOf(text, nowhere)).toBe(expected);
  });

  test('an address cannot end its link', () => {
    const text = [{ text: 'x', to: { url: 'https://a/b) [evil](c d' } }] as const;
    expect(markdownOf(text, ({ ...to }) => ('url' in to ? to.url : undefined))).toBe(
      '[x](https://a/b%29%20[evil]%28c%20d)',
    );
  });

  test('a cell stays one cell, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, code) => {
        const page = markdownPage(
          {
            title: 'x',
            id: 'x',
            blocks: [{ table: { head: ['a', 'b'], rows: [[text, [{ code }]]] } }],
          },
          nowhere,
        );
        const line = page.split('\n')[4] ?? '';
        expect(page.trimEnd().split('\n')).toHaveLength(5);
        expect(line.replaceAll(/\\[^|]/g, '').split(/(?<!\\)\|/)).toHaveLength(4);
      }),
    );
  });

  test('code is one line between fences that it does not hold', () => {
    expect(codeSpan('a\nb')).toBe('`a b`');
    expect(codeSpan('``')).toBe('``` `` ```');
    expect(codeSpan('')).toBe('');
  });
});

test('a part without content is left out', () => {
  expect(part('x', [{ list: [] }, { text: '' }])).toEqual([]);
  expect(part('x', [{ list: ['a'] }])).toHaveLength(2);
});

describe('a condition in words', () => {
  const table = {
    fifo: { type: 'boolean', default: false },
    access: { type: 'enum', values: ['read', 'write', 'both'], default: 'both' },
    size: { type: 'integer', default: 5 },
  } as const;
  const words = (holds: (read: (name: string) => unknown) => boolean) =>
    conditionOf((changed) => holds(readerWith(table, changed.own)), { own: table });

  test('names the settings that decide', () => {
    expect(words((read) => read('fifo') === true)).toBe('when fifo is true');
    expect(words((read) => read('fifo') !== true)).toBe('while fifo is false');
    expect(words((read) => read('access') !== 'read')).toBe('while access is write or both');
    expect(words((read) => read('access') === 'read' || read('fifo') === true)).toBe(
      'when fifo is true or access is read',
    );
  });

  test('is silent where no single setting decides, or the condition fails on it', () => {
    expect(words(() => true)).toBeUndefined();
    expect(words((read) => read('size') === 6)).toBeUndefined();
    expect(
      words(() => {
        throw new Error('no');
      }),
    ).toBeUndefined();
  });
});
