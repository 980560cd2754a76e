import fc from 'fast-check';
import {
  array,
  type Code,
  call,
  flag,
  invoke,
  member,
  name,
  number,
  type ObjectEntry,
  type Statement,
  template,
  text,
  thisExpression,
} from '../syntax.ts';

export const statement = (value: Code): Statement => ({ kind: 'expression', value });
export const constant = (value: Code, variable = 'x'): Statement => ({
  kind: 'const',
  name: variable,
  value,
});
export const list = (...entries: readonly ObjectEntry[]): Code => ({ kind: 'object', entries });
export const arrow = (parameters: readonly string[], body: Code): Code => ({
  kind: 'arrow',
  parameters,
  body,
});
const hostile = [
  '*/',
  '"></script>',
  '`',
  '\x24{x}',
  '$',
  '{',
  "'",
  '"',
  '\\',
  '\n',
  '\r\n',
  '\0',
  '1',
  '\u2028',
  '\u2029',
].concat([
  '\u0085',
  '\ufeff',
  '\u202e',
  '😀',
  '👍🏽',
  '⚠️',
  '日本',
  'é',
  'e\u0301',
  '\ud800',
  '\udc00',
  '__proto__',
  '//',
  'word',
  ' ',
]);
export const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...hostile), { maxLength: 8 }).map((parts) => parts.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
);
/** Long enough to make lines break, in letters of one column. */
const words = fc
  .array(fc.constantFrom('order', 'queue', 'visibility timeout', 'x'), { maxLength: 6 })
  .map((parts) => parts.join(' '));
const identifiers = fc.constantFrom(
  'a',
  'fn',
  'api',
  'Orders',
  'lambda',
  '$',
  '_',
  'queueWithAVeryLongName',
  'grantReadWriteData',
);
export const keys = fc.oneof(
  identifiers,
  fc.constantFrom('a-b', '1', '1e3', 'new', 'é', ''),
  anyText,
);
const dotted = fc
  .array(identifiers, { minLength: 1, maxLength: 3 })
  .map((parts) => name(parts.join('.')));
export const numbers = fc.oneof(
  fc.integer({ min: -9000, max: 90_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const { code } = fc.letrec<{
  code: Code;
  leaf: Code;
  entry: ObjectEntry;
  link: (object: Code) => Code;
}>((tie) => {
  const args = fc.array(tie('code'), { maxLength: 3 });
  const entries = fc.array(tie('entry'), { maxLength: 5 });
  const simple = fc.oneof(
    dotted,
    words.map(text),
    fc.tuple(dotted, dotted).map(([callee, arg]) => invoke(callee, 'get', arg)),
  );
  return {
    leaf: fc.oneof(
      dotted,
      fc.constantFrom<Code>(thisExpression, { kind: 'null' }, { kind: 'undefined' }, flag(true)),
      fc.oneof(words, anyText).map(text),
      numbers.map(number),
    ),
    entry: fc.oneof(
      { weight: 8, arbitrary: fc.record({ key: keys, value: tie('code') }) },
      { weight: 1, arbitrary: fc.record({ key: keys, value: tie('code'), comment: anyText }) },
      { weight: 1, arbitrary: fc.record({ spread: tie('code') }) },
    ),
    link: fc.oneof(
      fc.tuple(identifiers, args).map(
        ([method, given]) =>
          (inner: Code) =>
            invoke(inner, method, ...given),
      ),
      identifiers.map((property) => (inner: Code) => member(inner, property)),
      tie('code').map(
        (index) =>
          (inner: Code): Code => ({ kind: 'index', object: inner, index }),
      ),
      args.map((given) => (inner: Code) => call(inner, ...given)),
      fc.constant((inner: Code): Code => ({ kind: 'nonNull', value: inner })),
    ),
    code: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc
        .tuple(tie('leaf'), fc.array(tie('link'), { maxLength: 6 }))
        .map(([start, links]) => links.reduce((inner, link) => link(inner), start)),
      entries.map((all) => list(...all)),
      fc.oneof(args, fc.array(numbers.map(number), { maxLength: 30 })).map(array),
      fc.tuple(dotted, words, fc.array(tie('entry'), { maxLength: 5 })).map(
        ([callee, id, all]): Code => ({
          kind: 'new',
          callee,
          args: [thisExpression, text(id), list(...all)],
        }),
      ),
      fc.tuple(dotted, args).map(([callee, given]): Code => ({ kind: 'new', callee, args: given })),
      fc
        .array(fc.oneof(words, anyText, simple), { maxLength: 4 })
        .map((parts) => template(...parts)),
      fc
        .tuple(tie('code'), fc.constantFrom('any', 's3.CfnBucket'))
        .map(([value, type]): Code => ({ kind: 'as', value, type })),
      fc
        .tuple(fc.array(identifiers, { maxLength: 2 }), tie('code'))
        .map(([parameters, body]) => arrow(parameters, body.kind === 'arrow' ? body.body : body)),
    ),
  };
});

/** An arrow function in an arrow function is not supported; what generation made of them is unwrapped. */
const flattened = (value: Code): Code =>
  value.kind === 'arrow' && value.body.kind === 'arrow' ? flattened(value.body) : value;

export const statements = fc.oneof(
  fc.tuple(identifiers, code).map(([variable, value]) => constant(flattened(value), variable)),
  fc.tuple(dotted, identifiers, code).map(
    ([target, property, value]): Statement => ({
      kind: 'assign',
      target: member(target, property),
      value: flattened(value),
    }),
  ),
  code.map((value) => statement(flattened(value))),
  anyText.map((comment): Statement => ({ kind: 'comment', text: comment })),
  fc.constant<Statement>({ kind: 'blank' }),
);
export const classes = fc
  .record({
    doc: anyText,
    fields: fc.array(
      fc.record({ name: identifiers, type: fc.constantFrom('string', 'sqs.IQueue') }),
      { maxLength: 2 },
    ),
    parameters: fc.array(
      fc.oneof(
        fc.record({ name: identifiers, type: fc.constantFrom('string', 'cdk.StackProps') }),
        fc.record({
          name: identifiers,
          type: fc.constant('cdk.StackProps'),
          default: code.map(flattened),
        }),
      ),
      { maxLength: 4 },
    ),
    body: fc.array(statements, { maxLength: 6 }),
  })
  .map((parts): Statement => ({ kind: 'class', name: 'Orders', extends: 'cdk.Stack', ...parts }));
