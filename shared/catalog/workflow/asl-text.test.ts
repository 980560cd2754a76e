import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAslText, withTextAt } from './asl-text.ts';

const yaml = [
  '# Orders',
  'StartAt: A',
  'States:',
  '  A:',
  '    Type: Task # calls',
  '    Resource: ${WorkArn}',
  '    Retry:',
  '      - ErrorEquals: [States.ALL]',
  '    End: true',
  '',
].join('\n');

describe('the text of a definition', () => {
  test('means the same as JSON and as YAML', () => {
    const value = readAslText(yaml).value;
    expect(value).toEqual({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: '${WorkArn}',
          Retry: [{ ErrorEquals: ['States.ALL'] }],
          End: true,
        },
      },
    });
    expect(readAslText(JSON.stringify(value))).toMatchObject({ format: 'json', value });
  });

  test('may have placeholders where JSON has none', () => {
    const text = '{"TimeoutSeconds": ${Seconds}, "A": "${B} \\" ${C}", "D": [${E}]}';
    expect(readAslText(text).value).toEqual({
      TimeoutSeconds: '${Seconds}',
      A: '${B} " ${C}',
      D: ['${E}'],
    });
  });

  test.each([
    [
      'json',
      '{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Pass"\n    }\n  }\n}',
    ],
    ['yaml', 'StartAt: A\n\nStates:\n  A:\n    Type: Pass\n'],
  ])('knows the lines of its parts: %s', (_format, text) => {
    const lines = readAslText(text).linesOf([
      ['States', 'A', 'Type'],
      ['States', 'A', 'Missing'],
      [],
    ]);
    expect(lines).toEqual([5, 4, 1]);
  });

  test.each<[string, string, number, RegExp]>([
    ['a comma too many', '{\n"A": 1,\n}', 3, /comma/],
    ['a tab', 'A:\n\tB: 1\n', 2, /tab/],
    ['a quotation mark that is not closed', 'A: 1\nB: "x\n', 3, /./],
    ['a name twice', 'A: 1\nB: 2\nA: 3\n', 3, /"A" stands there twice/],
    ['a tag', 'A: !Sub x\n', 1, /placeholder/],
    ['two documents', 'A: 1\n---\nB: 1\n', 2, /one document/],
    ['nothing', '', 1, /empty/],
    ['a number that is none', 'A: .inf\n', 1, /number/],
    ['an alias of nothing', 'A: *b\n', 1, /./],
  ])('says what is wrong with %s', (_title, text, line, words) => {
    const { value, problems } = readAslText(text);
    expect(value).toBeUndefined();
    expect(problems[0]?.problem).toMatch(words);
    expect(problems[0]?.line).toBe(line);
  });

  test('keeps names that objects have anyway', () => {
    const value = readAslText('__proto__: 1\nconstructor: 2\n').value;
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });

  test('takes fields and keeps its remarks', () => {
    const change = () => undefined;
    const changed = withTextAt(yaml, ['States', 'A'], { TimeoutSeconds: 30 }, change) ?? '';
    expect(changed).toContain('# Orders');
    expect(changed).toContain('Type: Task # calls');
    expect(readAslText(changed).value).toMatchObject({ States: { A: { TimeoutSeconds: 30 } } });
  });

  test('takes fields and keeps its placeholders', () => {
    const text = '{"TimeoutSeconds": ${Seconds}}';
    const changed = withTextAt(text, [], {}, (body) => ({ ...(body as object), Comment: 'x' }));
    expect(changed).toContain('"TimeoutSeconds": ${Seconds}');
    expect(changed).toContain('"Comment": "x"');
  });
});

describe('a hostile text', () => {
  const letters = 'abcdefghi';
  const bomb = [
    `a: &a [${Array(9).fill(1)}]`,
    ...[...letters.slice(1)].map(
      (letter, at) => `${letter}: &${letter} [${Array(9).fill(`*${letters[at]}`)}]`,
    ),
  ].join('\n');

  test.each([
    ['aliases that double', bomb],
    ['brackets in brackets', '['.repeat(100_000)],
    ['lists in lists', '- '.repeat(100_000)],
    [
      'lines further and further in',
      Array.from({ length: 900 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    ],
    ['keys as keys', '? '.repeat(100_000)],
    ['commas', `a: [${','.repeat(900_000)}`],
    ['quotation marks', '"'.repeat(900_000)],
    ['names', Array.from({ length: 80_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['JSON in JSON', '{"a":'.repeat(100_000)],
    ['half a string and placeholders', `{"a": \${${'"\\'.repeat(400_000)}`],
  ])('is read or refused soon: %s', (_title, text) => {
    const start = performance.now();
    const { linesOf } = readAslText(text);
    expect(linesOf([['a'], ['k79999']])).toHaveLength(2);
    // Some tenths of a second on a machine that does nothing else.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a',
        ': ',
        '- ',
        '\n',
        '  ',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '|',
        '>',
        '&a ',
        '*a',
        '!x ',
        '? ',
        '#',
        '---\n',
        '...',
        '${',
        ',',
        '\\',
        '\t',
        '%',
        '@',
        '<<: *a',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const text of [pieces.join(''), `{${pieces.join('')}`, yaml + pieces.join('')]) {
          const { value, problems, linesOf, isTooLong } = readAslText(text);
          expect(linesOf([['a', 0, 'b'], []])).toHaveLength(2);
          expect(value !== undefined || problems.length > 0 || isTooLong).toBe(true);
        }
      }),
    );
  });
});
