import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCollection, parse, type Tags } from 'yaml';
import { emitYaml, type YamlOptions, type YamlValue } from './emit.ts';

const functions =
  'And Base64 Cidr Equals FindInMap GetAZs GetAtt If ImportValue Join Not Or Select Split Sub';
const longNames = ['Ref', 'Condition', ...functions.split(' ').map((name) => `Fn::${name}`)];

const ofText = (name: string, text: string): unknown => {
  const dot = text.indexOf('.');
  return name === 'Fn::GetAtt' ? [text.slice(0, dot), text.slice(dot + 1)] : text;
};
/** CloudFormation's short forms, read as long ones. */
const customTags: Tags = longNames.flatMap((name) => {
  const tag = `!${name.replace('Fn::', '')}`;
  return [
    { tag, resolve: (text: string) => ({ [name]: ofText(name, text) }) },
    {
      tag,
      collection: 'seq' as const,
      resolve: (node: unknown) => ({ [name]: isCollection(node) ? node.toJSON() : node }),
    },
  ];
});
const versions = ['1.1', '1.2'] as const;
const read = (text: string, version: (typeof versions)[number]): unknown =>
  parse(text, { version, customTags, logLevel: 'error' });

/** Expects that both versions read back what was written. */
const expectSame = (value: YamlValue, options?: YamlOptions): void => {
  const text = emitYaml(value, options);
  for (const version of versions) {
    // As JSON, because that also compares a key called `__proto__`.
    expect(JSON.stringify(read(text, version)), text).toBe(JSON.stringify(value));
  }
};

const template: YamlValue = {
  AWSTemplateFormatVersion: '2010-09-09',
  Transform: 'AWS::Serverless-2016-10-31',
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
  Resources: {
    Orders: {
      Type: 'AWS::SQS::Queue',
      Condition: 'IsProd',
      Properties: {
        VisibilityTimeout: 180,
        FifoQueue: true,
        QueueName: { 'Fn::Sub': '${AWS::StackName}-orders' },
        KmsMasterKeyId: {
          'Fn::If': ['IsProd', { 'Fn::GetAtt': ['Key', 'Arn'] }, { Ref: 'AWS::NoValue' }],
        },
        Tags: [
          { Key: 'team', Value: 'yes' },
          { Key: 'since', Value: '2024-01-31' },
        ],
      },
    },
    Handler: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        CodeUri: './src/',
        InlineCode: 'exports.handler = async () => {\n  return 1;\n};\n',
        Environment: { Variables: {} },
        Layers: [],
        UserData: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash\necho ${Stage}' } },
        Zones: { 'Fn::GetAZs': '' },
        Arn: { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, 's3']] },
      },
    },
  },
};

test('a template', () => {
  expect(emitYaml(template, { intrinsics: true })).toMatchInlineSnapshot(`
    "AWSTemplateFormatVersion: "2010-09-09"
    Transform: AWS::Serverless-2016-10-31
    Conditions:
      IsProd: !Equals
        - !Ref Stage
        - prod
    Resources:
      Orders:
        Type: AWS::SQS::Queue
        Condition: IsProd
        Properties:
          VisibilityTimeout: 180
          FifoQueue: true
          QueueName: !Sub \${AWS::StackName}-orders
          KmsMasterKeyId: !If
            - IsProd
            - !GetAtt Key.Arn
            - !Ref AWS::NoValue
          Tags:
            - Key: team
              Value: "yes"
            - Key: since
              Value: "2024-01-31"
      Handler:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: ./src/
          InlineCode: |
            exports.handler = async () => {
              return 1;
            };
          Environment:
            Variables: {}
          Layers: []
          UserData:
            Fn::Base64: !Sub |-
              #!/bin/bash
              echo \${Stage}
          Zones: !GetAZs ""
          Arn: !Join
            - ":"
            - - arn
              - !Ref AWS::Partition
              - s3
    "
  `);
  expectSame(template, { intrinsics: true });
  expectSame(template);
});

test('comments stand above their key, and cannot be more than comments', () => {
  const orders = { Type: 'AWS::SQS::Queue' };
  const first = { Key: 'a' };
  const tags = [first, { Key: 'b' }, [first]];
  const comments = new Map<object, string>([
    [orders, 'Orders that wait\r\nfor more\u2028Evil: true'],
    [tags, 'Tags'],
    [first, 'First'],
  ]);
  const value = { Resources: { Orders: orders, Tags: tags, Deep: [{ a: first }] } };
  expect(emitYaml(value, { comments })).toMatchInlineSnapshot(`
    "Resources:
      # Orders that wait
      # for more
      # Evil: true
      Orders:
        Type: AWS::SQS::Queue
      # Tags
      Tags:
        # First
        - Key: a
        - Key: b
        -
          # First
          - Key: a
      Deep:
        -
          # First
          a:
            Key: a
    "
  `);
  expectSame(value, { comments });
});

test('tells the lines of each object and list', () => {
  const spans: [object, string, string][] = [];
  const value = {
    a: { 'two\nlines': 'x\ny\n', c: { d: 'f\ng' } },
    b: ['x', { d: 1, h: { Ref: 'X' } }],
    [`${'long'.repeat(400)}`]: { e: 1 },
  };
  const comments = new Map<object, string>([[value.b, 'above']]);
  const found: [object, number, number][] = [];
  const text = emitYaml(value, {
    intrinsics: true,
    comments,
    spans: (...span) => found.push(span),
  });
  const lines = text.split('\n').map((line) => line.trim().slice(0, 12));
  for (const [part, first, last] of found)
    spans.push([part, lines[first - 1] ?? '', lines[last - 1] ?? '']);
  expect(spans).toEqual([
    [value.a.c, 'c:', 'g'],
    [value.a, 'a:', 'g'],
    [{ Ref: 'X' }, 'h: !Ref X', 'h: !Ref X'],
    [value.b[1], '- d: 1', 'h: !Ref X'],
    [value.b, 'b:', 'h: !Ref X'],
    [{ e: 1 }, '? longlonglo', 'e: 1'],
  ]);
});

describe('a text stays a text', () => {
  const texts = [
    ...[
      '',
      ' ',
      'y',
      'Yes',
      'NO',
      'on',
      'Off',
      'true',
      'False',
      'null',
      'Null',
      '~',
      '.nan',
      '.inf',
      '-.INF',
      '<<',
      '=',
    ],
    ...[
      '1',
      '-1',
      '+1',
      '0x1f',
      '0o17',
      '017',
      '0b1',
      '1_000',
      '1e3',
      'e0',
      'E12',
      '1.5',
      '.5',
      '12:30:00',
      '190:20:30',
      '08',
    ],
    ...['2012-10-17', '2010-09-09', '2001-12-14t21:59:43.10-05:00', '123456789012'],
    ...[
      '- a',
      '-',
      '--- a',
      '...',
      '? a',
      ': a',
      'a: b',
      'a:',
      'a #b',
      '#a',
      'a ',
      ' a',
      '[a',
      '{a',
      '}',
      ',',
      '&a',
      '*a',
    ],
    ...[
      '!a',
      '|',
      '>',
      "'a'",
      '"a"',
      '%a',
      '@a',
      '`a',
      'a\tb',
      '\ta',
      '\\',
      'a\\n',
      'a: {b}',
      'a, b',
      'a]',
      'arn:aws:s3:::b',
    ],
    ...[
      'a\nb',
      'a\nb\n',
      'a\n\n',
      '\na\n',
      ' a\nb\n',
      'a \nb',
      'a\r\nb',
      '\n',
      '\n\n',
      'a\n b\n\n\n',
      'a\n\t\n',
      '\n a\nb',
      '\ta\nb',
      '# a\nb',
    ],
    ...[
      '\0',
      '\u0007',
      '\u007f',
      '\u0085',
      '\u00a0',
      '\u00ad',
      '\u2028',
      '\u2029',
      '\ufeff',
      '\ufeffa\nb',
      '\u202e',
      '\ud800',
      '\udc00a',
      '\ud83d\ude00',
    ],
    ...[
      'é',
      '日本',
      '日本\n語\n',
      '⚠️ é',
      'a\u0301',
      '\ufffe',
      '\u{10ffff}',
      '__proto__',
      'constructor',
      '*/',
      '"></script>',
      '${x}',
      '$',
      './a',
      '../a',
      '/a',
      '(a)',
    ],
  ];
  test.each(texts)('%j', (text) => {
    expectSame(text);
    expectSame([text, [text], { [text]: text, b: { [text]: [text, { a: text }] } }, text]);
    expectSame(
      { a: { 'Fn::Sub': text }, b: [{ 'Fn::Sub': [text, {}] }, { Ref: text }] },
      { intrinsics: true },
    );
  });
});

test.each([
  [
    'a tag on a tagged text',
    { a: { 'Fn::Base64': { 'Fn::Sub': 'x' } } },
    'a:\n  Fn::Base64: !Sub x\n',
  ],
  [
    'a tag on a tagged list',
    { a: { 'Fn::Base64': { 'Fn::Join': ['', []] } } },
    'a:\n  Fn::Base64: !Join\n    - ""\n    - []\n',
  ],
  [
    'an attribute with points',
    { a: { 'Fn::GetAtt': ['Nested', 'Outputs.Url'] } },
    'a: !GetAtt Nested.Outputs.Url\n',
  ],
  [
    'an attribute that is computed',
    { a: { 'Fn::GetAtt': ['A', { Ref: 'B' }] } },
    'a: !GetAtt\n  - A\n  - !Ref B\n',
  ],
  ['an attribute given as text', { a: { 'Fn::GetAtt': 'A.B' } }, 'a:\n  Fn::GetAtt: A.B\n'],
  ['a reference to no text', { a: { Ref: 1 } }, 'a:\n  Ref: 1\n'],
  ['a reference with a neighbour', { a: { Ref: 'A', b: 1 } }, 'a:\n  Ref: A\n  b: 1\n'],
  [
    'a condition with a map',
    { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    'Condition:\n  Bool:\n    aws:SecureTransport: "false"\n',
  ],
  [
    'short forms in lists',
    [{ Ref: 'A' }, { 'Fn::Split': [',', { Ref: 'A' }] }],
    '- !Ref A\n- !Split\n  - ","\n  - !Ref A\n',
  ],
  ['a short form alone', { Ref: 'A' }, '!Ref A\n'],
  [
    'lists in lists',
    [[1, [2, []]], [{ a: [1], b: {} }]],
    '- - 1\n  - - 2\n    - []\n- - a:\n      - 1\n    b: {}\n',
  ],
  ['nothing', { a: null, b: {}, c: [], d: '' }, 'a: null\nb: {}\nc: []\nd: ""\n'],
  [
    'numbers',
    [1, -1.5, 1e21, 1.5e-7, 123456789012],
    '- 1\n- -1.5\n- 1.0e+21\n- 1.5e-7\n- 123456789012\n',
  ],
] as const)('%s', (_, value, text) => {
  expect(emitYaml(value, { intrinsics: true })).toBe(text);
  expectSame(value, { intrinsics: true });
});

test('leaves out what is undefined', () => {
  expect(emitYaml({ a: undefined, b: 1, c: { d: undefined } })).toBe('b: 1\nc: {}\n');
});

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'a',
        'b c',
        ' ',
        '\n',
        '\n\n',
        ':',
        ': ',
        ' #',
        '-',
        '1',
        '.',
        '\t',
        '\r',
        '"',
        "'",
        '\\',
        '|',
        '!',
        'é',
        '\u2028',
        '\ud800',
        '${x}',
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(...longNames, 'yes', '0', '12:30', '2012-10-17', '__proto__'),
);
const { tree } = fc.letrec<{ tree: YamlValue }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    anyText,
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(anyText, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    fc
      .tuple(fc.constantFrom(...longNames), tie('tree'))
      .map(([name, argument]) => ({ [name]: argument })),
    fc.tuple(anyText, anyText).map((path) => ({ 'Fn::GetAtt': path })),
  ),
}));

const objectsIn = (value: YamlValue): object[] =>
  typeof value !== 'object' || value === null
    ? []
    : [value, ...Object.values(value).flatMap((inner) => objectsIn(inner ?? null))];

test('whatever is written is read back, by both versions', () => {
  fc.assert(
    fc.property(tree, fc.boolean(), anyText, (value, intrinsics, comment) => {
      const some = objectsIn(value).filter((_, index) => index % 3 === 0);
      const comments = new Map(some.map((object) => [object, comment]));
      expectSame(value, { intrinsics });
      expectSame(value, { intrinsics, comments });
    }),
    { numRuns: 1000 },
  );
});

test('5,000 resources take some tens of milliseconds', () => {
  const resources = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [
      `Handler${index}`,
      {
        Type: 'AWS::Serverless::Function',
        Properties: {
          Handler: 'index.handler',
          Role: { 'Fn::GetAtt': [`Role${index}`, 'Arn'] },
          MemorySize: 512,
          Tags: [{ Key: 'team', Value: `orders ${index}` }],
          Environment: { Variables: { TABLE: { Ref: `Table${index}` }, ID: '123456789012' } },
        },
      },
    ]),
  );
  const times = Array.from({ length: 6 }, () => {
    const start = performance.now();
    emitYaml({ Resources: resources }, { intrinsics: true });
    return performance.now() - start;
  });
  // Some 20 ms on an idle machine; the limit leaves room for a busy one and still finds what is quadratic.
  expect(Math.min(...times)).toBeLessThan(150);
});
