import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLimits, locateInJson, readJson } from './json-text.ts';

const problemOf = (text: string, limits = jsonLimits) => {
  const read = readJson(text, limits);
  return read.ok ? undefined : read.error[0];
};

describe('readJson', () => {
  test.each([
    ['', 'json-empty', 'The file is empty.', undefined],
    [' \n ', 'json-empty', 'The file is empty.', undefined],
    ['{"a": 1,}', 'json-syntax', 'There is a comma before the closing bracket.', '1:9'],
    ['[1,\n 2,\n]', 'json-syntax', 'A value is missing before the closing bracket.', '3:1'],
    ['{"a" 1}', 'json-syntax', 'A colon is missing after "a".', '1:6'],
    [
      '{"a": 1 "b": 2}',
      'json-syntax',
      'A comma or } was expected in this object, but "\\"" was found.',
      '1:9',
    ],
    [
      "{\n  'a': 1}",
      'json-syntax',
      'A name in double quotes was expected, but "\'" was found.',
      '2:3',
    ],
    ["['a']", 'json-syntax', 'A text is written in single quotes.', '1:2'],
    [
      '{"a": 1 // one\n}',
      'json-syntax',
      'A comma or } was expected in this object, but "/" was found.',
      '1:9',
    ],
    ['[// one\n1]', 'json-syntax', 'A comment stands where a value belongs.', '1:2'],
    ['{"a": [1', 'json-syntax', 'The file ends in the middle of the document.', '1:9'],
    ['{"a": "b\n"}', 'json-syntax', 'A text is not closed on its line.', '1:9'],
    ['{"a": "b', 'json-syntax', 'A text is not closed on its line.', '1:7'],
    ['["\u0001"]', 'json-syntax', 'A text holds an invisible control character.', '1:3'],
    ['["C:\\dir"]', 'json-syntax', 'A backslash stands before a character that needs none.', '1:5'],
    ['["\\u12G4"]', 'json-syntax', 'A backslash stands before a character that needs none.', '1:3'],
    ['[012]', 'json-syntax', 'A number starts with 0.', '1:2'],
    ['[1.]', 'json-syntax', 'A number is not complete.', '1:4'],
    ['[NaN]', 'json-syntax', 'A value was expected, but "N" was found.', '1:2'],
    ['[tru]', 'json-syntax', 'A value was expected, but "t" was found.', '1:2'],
    ['{} {}', 'json-syntax', 'There is more text after the end of the document.', '1:4'],
    ['<html></html>', 'json-syntax', 'This is HTML or XML, not JSON.', '1:1'],
    ['[1e400]', 'number-too-large', 'The number 1e400 is too large.', '1:2'],
    [
      '{\n<<<<<<< HEAD\n"a": 1',
      'git-conflict',
      'The file holds a git conflict that is not resolved: "<<<<<<<".',
      '2:1',
    ],
  ])('says what is wrong with %j', (text, code, message, place) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ code, message });
    expect(problem?.line === undefined ? undefined : `${problem.line}:${problem.column}`).toBe(
      place,
    );
  });

  test('tells what JSON loses silently', () => {
    const read = readJson('{"account": 12345678901234567890,\n "a": {"b": 1, "b": 2}}');
    expect(read.ok && read.value.notes).toMatchObject([
      { code: 'number-imprecise', at: 'account', line: 1, column: 13 },
      { code: 'duplicate-key', at: 'a.b', line: 2, column: 16, got: 'b' },
    ]);
  });

  test('is content with exact numbers', () => {
    const read = readJson(
      '[9007199254740991, 1000000000000000000000, 0.1, -0, 1e21, 123456789012.5]',
    );
    expect(read.ok && read.value.notes).toEqual([]);
  });

  test('accepts a byte order mark and either line end', () => {
    expect(readJson('\uFEFF{"a": 1}\r\n')).toMatchObject({ ok: true, value: { value: { a: 1 } } });
    expect(problemOf('\uFEFF{"a":\r\n !}')).toMatchObject({ line: 2, column: 2 });
  });

  test('refuses what would take too long, kindly and at once', () => {
    const start = performance.now();
    expect(problemOf(' '.repeat(jsonLimits.characters + 1))).toMatchObject({
      code: 'json-too-large',
    });
    expect(problemOf('['.repeat(10_000_000))).toMatchObject({ code: 'json-too-deep' });
    expect(problemOf('{"a":'.repeat(5_000_000))).toMatchObject({ code: 'json-too-deep' });
    expect(problemOf(`[${'0,'.repeat(jsonLimits.values)}0]`)).toMatchObject({
      code: 'json-too-large',
    });
    expect(problemOf(`[${'9'.repeat(5_000_000)}]`)).toMatchObject({ code: 'number-too-large' });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('agrees with JSON.parse on every text', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 3 }),
      put: fc.constantFrom(
        '',
        '"',
        ',',
        '{',
        '}',
        '[',
        ']',
        ':',
        '\\',
        '0',
        '-',
        '.',
        'e',
        'null',
        ' ',
        '\n',
        '\u0001',
        'u',
      ),
    });
    const pretty = fc
      .tuple(fc.jsonValue(), fc.constantFrom(0, 2))
      .map(([value, space]) => JSON.stringify(value, null, space));
    fc.assert(
      fc.property(pretty, fc.array(edit, { maxLength: 2 }), (whole, edits) => {
        let text = whole;
        for (const { at, cut, put } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + cut);
        }
        const read = readJson(text);
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(read.ok).toBe(false);
          return;
        }
        if (read.ok) expect(read.value.value).toEqual(expected);
        else expect(read.error[0]?.code).toBe('number-too-large');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('locateInJson', () => {
  test('finds places, and for a missing one what is around it', () => {
    const text = '{\n  "nodes": [\n    { "id": "a" },\n    { "id": 5 }\n  ]\n}';
    const paths = [['nodes', 1, 'id'], ['nodes', 0, 'name'], ['nodes', 7], [], ['region']];
    expect(locateInJson(text, paths)).toEqual([
      { line: 4, column: 13 },
      { line: 3, column: 5 },
      { line: 2, column: 12 },
      { line: 1, column: 1 },
      { line: 1, column: 1 },
    ]);
  });
});
