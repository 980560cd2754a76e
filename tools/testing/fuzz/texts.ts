import fc from 'fast-check';

/*
 * Texts as they come from editors, networks and enemies.
 */

/** What is taken for more than letters, somewhere. */
export const oddTexts = [
  '\u0000',
  '\u0001',
  '\u001b[31m',
  '\ufeff',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u2028',
  '\u0085',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '"',
  "'",
  '\\',
  '\\u',
  '\\ud800',
  '`',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '{"',
  '"}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '"__proto__":{"a":1},',
  '"constructor":{"prototype":{"a":1}},',
  'null',
  'true',
  '1e999',
  '-0',
  '-',
  '0x1',
  '12345678901234567890',
  '&a ',
  '*a',
  '<<: *a',
  '!!js/function',
  '!Ref x',
  '${x}',
  '{% $x %}',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '|',
  '>-',
  '- ',
  '? ',
  '# ',
  '<!--',
  '💥',
  '注文',
  'é',
  'ß',
  'İ',
  '\u0301',
] as const;

const odd = fc.constantFrom(...oddTexts);

/** Any characters at all. */
export const rawText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(odd, { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .uint8Array({ maxLength: 80 })
    .map((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
  fc
    .uint8Array({ maxLength: 80 })
    .map((bytes) => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes)),
);

/** Brackets within brackets, closed or not, up to many thousands. */
export const nestedText: fc.Arbitrary<string> = fc
  .record({
    open: fc.constantFrom('[', '{"a":', '[{"a":', '- ', '? ', '(', '{', '["', '&a [', '!!seq ['),
    close: fc.constantFrom(']', '}', '}]', '', ')', '"]'),
    depth: fc.oneof(fc.nat(200), fc.nat(3000), fc.constantFrom(499, 500, 501, 100_000)),
    inner: fc.constantFrom('', '1', '""', '*a', '{}'),
    isClosed: fc.boolean(),
  })
  .map(
    ({ open, close, depth, inner, isClosed }) =>
      open.repeat(depth) + inner + (isClosed ? close.repeat(depth) : ''),
  );

interface Smear {
  readonly kind: 'put' | 'cut' | 'double' | 'swap' | 'flip' | 'raw';
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

const smear: fc.Arbitrary<Smear> = fc.record({
  kind: fc.constantFrom('put', 'cut', 'double', 'swap', 'flip', 'raw'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 3 })),
});

const spread = (text: string, { kind, at, to, text: put }: Smear): string => {
  const start = Math.floor(at * text.length);
  // Mostly short pieces: a text of which half is gone says little.
  const end = Math.min(text.length, start + 1 + Math.floor(to ** 4 * text.length));
  const [before, piece, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (kind) {
    case 'put':
      return before + put + piece + after;
    case 'cut':
      return before + after;
    case 'double':
      return before + piece + piece + after;
    case 'swap':
      return before + [...piece].reverse().join('') + after;
    case 'flip':
      return (
        before + String.fromCharCode(text.charCodeAt(start) ^ (1 << (put.length % 16))) + after
      );
    case 'raw':
      return before + put + after;
  }
};

/** One of the texts, smeared in some places. */
export const smeared = (bases: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(bases, fc.array(smear, { minLength: 1, maxLength: 6 }))
    .map(([base, smears]) => smears.reduce(spread, base));
