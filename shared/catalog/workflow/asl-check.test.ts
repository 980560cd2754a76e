import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../lib/json.ts';
import { readAsl } from './asl.ts';
import { checkAsl } from './asl-check.ts';
import { stateFields } from './asl-fields.ts';

const aslValidator = createRequire(import.meta.url)('asl-validator') as (
  definition: unknown,
  options: { readonly checkPaths: boolean; readonly checkArn: boolean },
) => { readonly isValid: boolean };

const lambda = 'arn:aws:states:::lambda:invoke';

const found = (definition: Json): readonly string[] => {
  const machine = readAsl(definition);
  return machine ? checkAsl(machine).map(({ code, field }) => `${code} ${field}`) : ['unread'];
};
const one = (state: JsonObject, language?: 'JSONata' | 'JSONPath'): readonly string[] =>
  found({
    ...(language && { QueryLanguage: language }),
    StartAt: 'A',
    States: { A: { End: true, ...state } },
  });
const choice = (rule: JsonObject, language: 'JSONata' | 'JSONPath' = 'JSONPath') =>
  found({
    QueryLanguage: language,
    StartAt: 'A',
    States: { A: { Type: 'Choice', Choices: [rule] } },
  });
const inner: JsonObject = { StartAt: 'B', States: { B: { Type: 'Succeed' } } };

describe('fields of a definition', () => {
  test.each<[string, Json, readonly string[]]>([
    ['a field that nobody knows', { ...inner, Startat: 'B' }, ['unknown Startat']],
    ['a version that does not exist', { ...inner, Version: '2' }, ['wrong Version']],
    ['a timeout of nothing', { ...inner, TimeoutSeconds: 0 }, ['wrong TimeoutSeconds']],
    [
      'a language that does not exist',
      { ...inner, QueryLanguage: 'JMESPath' },
      ['wrong QueryLanguage'],
    ],
    ['a list of states', { StartAt: 'A', States: [] }, ['wrong States']],
    ['a state that is a text', { StartAt: 'A', States: { A: 'Pass' } }, ['wrong A']],
  ])('%s', (_title, definition, codes) => {
    expect(found(definition)).toEqual(codes);
  });
});

describe('fields of a state', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['no type', {}, ['noType Type']],
    ['a type that does not exist', { Type: 'Step' }, ['unknownType Step']],
    ['a type of the table of objects', { Type: 'constructor' }, ['unknownType constructor']],
    ['a task that calls nothing', { Type: 'Task' }, ['missing Resource']],
    [
      'a timeout as a text',
      { Type: 'Task', Resource: lambda, TimeoutSeconds: '5' },
      ['wrong TimeoutSeconds'],
    ],
    ['half seconds', { Type: 'Wait', Seconds: 0.5 }, ['wrong Seconds']],
    ['no time', { Type: 'Wait' }, ['without Seconds, SecondsPath, Timestamp, TimestampPath']],
    ['two times', { Type: 'Wait', Seconds: 1, SecondsPath: '$.s' }, ['apart Seconds']],
    [
      'a time with a small t',
      { Type: 'Wait', Timestamp: '2030-01-31t12:00:00Z' },
      ['wrong Timestamp'],
    ],
    [
      'a time without an offset',
      { Type: 'Wait', Timestamp: '2030-01-31T12:00:00' },
      ['wrong Timestamp'],
    ],
    ['a time with an offset', { Type: 'Wait', Timestamp: '2030-01-31T12:00:00+01:00' }, []],
    ['a wait of nothing', { Type: 'Wait', Seconds: 0 }, []],
    ['a wait of too long', { Type: 'Wait', Seconds: 100_000_000 }, ['wrong Seconds']],
    ['a path without a dollar', { Type: 'Pass', InputPath: 'order' }, ['wrong InputPath']],
    ['a path of nothing', { Type: 'Pass', ResultPath: null }, []],
    [
      'a cause by a function',
      { Type: 'Fail', End: true, CausePath: "States.Format('{}', $.x)" },
      [],
    ],
    [
      'a cause by a function that does not exist',
      { Type: 'Fail', CausePath: 'States.Say($)' },
      ['noFunction CausePath'],
    ],
    ['both an error and its path', { Type: 'Fail', Error: 'A', ErrorPath: '$.e' }, ['apart Error']],
    ['no branches', { Type: 'Parallel', Branches: [] }, ['wrong Branches']],
    [
      'a branch with fields of a whole definition',
      { Type: 'Parallel', Branches: [{ ...inner, TimeoutSeconds: 5 }] },
      ['unknown TimeoutSeconds'],
    ],
    ['no processor', { Type: 'Map' }, ['without ItemProcessor, Iterator']],
    [
      'two processors',
      { Type: 'Map', ItemProcessor: inner, Iterator: inner },
      ['apart ItemProcessor'],
    ],
    [
      'a mode that does not exist',
      { Type: 'Map', ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'distributed' } } },
      ['wrong Mode'],
    ],
    [
      'a distributed Map without a type',
      { Type: 'Map', ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      ['missing ExecutionType'],
    ],
    ['a long label', { Type: 'Map', Label: 'x'.repeat(41), ItemProcessor: inner }, ['wrong Label']],
    [
      'a reader without a call',
      { Type: 'Map', ItemProcessor: inner, ItemReader: { ReaderConfig: { InputType: 'XML' } } },
      ['wrong InputType', 'missing Resource'],
    ],
    [
      'a batch of nothing',
      { Type: 'Map', ItemProcessor: inner, ItemBatcher: { MaxItemsPerBatch: 0 } },
      ['wrong MaxItemsPerBatch'],
    ],
    ['a Retry that is no list', { Type: 'Task', Resource: lambda, Retry: {} }, ['wrong Retry']],
    [
      'a Retry without errors',
      { Type: 'Task', Resource: lambda, Retry: [{ MaxAttempts: 1 }] },
      ['missing ErrorEquals'],
    ],
    [
      'a Retry with a jitter that does not exist',
      { Type: 'Task', Resource: lambda, Retry: [{ ErrorEquals: ['A'], JitterStrategy: 'HALF' }] },
      ['wrong JitterStrategy'],
    ],
    [
      'a Catch that leads nowhere',
      { Type: 'Task', Resource: lambda, Catch: [{ ErrorEquals: ['A'] }] },
      ['missing Next'],
    ],
    [
      'an error that AWS does not have',
      {
        Type: 'Task',
        Resource: lambda,
        Retry: [{ ErrorEquals: ['States.TimeOut', 'Mine', 'States.Http.StatusCode.404'] }],
      },
      ['unknownError States.TimeOut'],
    ],
    ['variables on a Succeed state', { Type: 'Succeed', Assign: { a: 1 } }, ['unknown Assign']],
    [
      'what only the deployment knows',
      {
        Type: 'Task',
        Resource: { Ref: 'R' },
        TimeoutSeconds: '${Seconds}',
        Parameters: { Ref: 'P' },
        Retry: { Ref: 'Retry' },
      },
      [],
    ],
  ])('%s', (_title, state, codes) => {
    expect(one(state).filter((code) => code !== 'unknown End')).toEqual(codes);
  });

  test('a word that was probably meant is offered', () => {
    const machine = readAsl({ StartAt: 'A', States: { A: { Type: 'Task', Resorce: lambda } } });
    expect(machine && checkAsl(machine)[0]).toMatchObject({ detail: 'did you mean Resource?' });
  });
});

describe('query languages', () => {
  test.each<[string, JsonObject, 'JSONata' | 'JSONPath' | undefined, readonly string[]]>([
    [
      'Arguments in JSONPath',
      { Type: 'Task', Resource: lambda, Arguments: {} },
      undefined,
      ['otherLanguage Arguments'],
    ],
    [
      'Parameters in JSONata',
      { Type: 'Task', Resource: lambda, Parameters: {} },
      'JSONata',
      ['otherLanguage Parameters'],
    ],
    [
      'a state of JSONata in JSONPath',
      { Type: 'Pass', QueryLanguage: 'JSONata', Output: 1 },
      'JSONPath',
      [],
    ],
    [
      'a state of JSONPath in JSONata',
      { Type: 'Pass', QueryLanguage: 'JSONPath' },
      'JSONata',
      ['mixed QueryLanguage'],
    ],
    ['a Result in JSONata', { Type: 'Pass', Result: 1 }, 'JSONata', ['otherLanguage Result']],
    ['seconds by an expression', { Type: 'Wait', Seconds: '{% $states.input.s %}' }, 'JSONata', []],
    [
      'seconds by an expression in JSONPath',
      { Type: 'Wait', Seconds: '{% $states.input.s %}' },
      'JSONPath',
      ['wrong Seconds'],
    ],
    [
      'a marked name in JSONata',
      { Type: 'Pass', Output: { 'a.$': '$' } },
      'JSONata',
      ['marked a.$'],
    ],
    [
      'half an expression',
      { Type: 'Pass', Output: [{ a: ' {% 1 %}' }] },
      'JSONata',
      ['unclosed a'],
    ],
    [
      'an expression in JSONPath',
      { Type: 'Pass', Result: '{% 1 %}' },
      'JSONPath',
      ['braces Result'],
    ],
    [
      'a marked name with a text',
      { Type: 'Pass', Parameters: { 'a.$': 'b' } },
      'JSONPath',
      ['noPath a.$'],
    ],
    [
      'a path into the context',
      { Type: 'Pass', Parameters: { 'a.$': '$$.Execution.Id' } },
      'JSONPath',
      [],
    ],
    [
      'a Map over a list in JSONata',
      { Type: 'Map', Items: [1], ItemProcessor: inner, MaxConcurrency: '{% 2 %}' },
      'JSONata',
      [],
    ],
    [
      'a Map over a path in JSONata',
      { Type: 'Map', ItemsPath: '$.a', ItemProcessor: inner },
      'JSONata',
      ['otherLanguage ItemsPath'],
    ],
    [
      'a result path in a Catch',
      {
        Type: 'Task',
        Resource: lambda,
        Catch: [{ ErrorEquals: ['A'], Next: 'A', ResultPath: '$' }],
      },
      'JSONata',
      ['otherLanguage ResultPath'],
    ],
  ])('%s', (_title, state, language, codes) => {
    expect(one(state, language)).toEqual(codes);
  });
});

describe('rules of a Choice', () => {
  test.each<[JsonObject, readonly string[]]>([
    [{ Variable: '$.a', StringEquals: 'x', Next: 'B' }, []],
    [{ Variable: '$.a', StringEquals: 1, Next: 'B' }, ['operand StringEquals']],
    [{ Variable: 'a', IsNull: true, Next: 'B' }, ['operand Variable']],
    [{ Variable: '$.a', TimestampEquals: 'today', Next: 'B' }, ['operand TimestampEquals']],
    [{ Variable: '$.a', NumericEqualsPath: '$.b', Next: 'B' }, []],
    [{ Variable: '$.a', NumericEqualsPath: 5, Next: 'B' }, ['operand NumericEqualsPath']],
    [{ Variable: '$.a', StringEqual: 'x', Next: 'B' }, ['unknown StringEqual', 'noComparison ']],
    [{ And: [], Next: 'B' }, ['operand And']],
    [{ Not: [{}], Next: 'B' }, ['operand Not']],
    [
      { Or: [{ Variable: '$.a', IsNull: true }, { Not: { Variable: '$.a' } }], Next: 'B' },
      ['noComparison '],
    ],
    [{ Condition: '{% true %}', Next: 'B' }, ['otherLanguage Condition']],
    [{ Variable: '$.a', IsNull: '${Flag}', Next: '${Next}' }, []],
  ])('%j in JSONPath', (rule, codes) => {
    expect(choice(rule)).toEqual(codes);
  });

  test.each<[JsonObject, readonly string[]]>([
    [{ Condition: '{% $states.input.a %}', Next: 'B', Output: 1, Assign: { a: 1 } }, []],
    [{ Condition: true, Next: 'B' }, []],
    [{ Condition: '$states.input.a', Next: 'B' }, ['wrong Condition']],
    [{ Condition: true }, ['noNext Next']],
    [
      { Variable: '$.a', IsNull: true, Next: 'B' },
      ['noCondition Condition', 'otherLanguage Variable', 'otherLanguage IsNull'],
    ],
  ])('%j in JSONata', (rule, codes) => {
    expect(choice(rule, 'JSONata')).toEqual(codes);
  });
});

/** Definitions that are right, with each type of state, in both languages. */
const right: readonly JsonObject[] = [
  {
    Comment: 'All types in JSONPath',
    StartAt: 'Call',
    TimeoutSeconds: 600,
    Version: '1.0',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'f', 'Payload.$': '$', 'Id.$': 'States.UUID()' },
        ResultSelector: { 'a.$': '$.Payload' },
        ResultPath: '$.result',
        TimeoutSeconds: 60,
        HeartbeatSeconds: 10,
        Retry: [
          {
            ErrorEquals: ['States.Timeout'],
            IntervalSeconds: 1,
            MaxAttempts: 2,
            BackoffRate: 1.5,
            MaxDelaySeconds: 10,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Broken' }],
        Next: 'Which',
      },
      Which: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.a', IsPresent: true },
              { Variable: '$.a', NumericGreaterThan: 1 },
            ],
            Next: 'Rest',
          },
        ],
        Default: 'Each',
      },
      Rest: { Type: 'Wait', SecondsPath: '$.s', Next: 'Done' },
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        MaxConcurrency: 3,
        ItemSelector: { 'x.$': '$$.Map.Item.Value' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Item',
          States: { Item: { Type: 'Pass', Result: 1, End: true } },
        },
        Next: 'Both',
      },
      Both: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'Left', States: { Left: { Type: 'Succeed' } } }],
        Next: 'Done',
      },
      Done: { Type: 'Succeed' },
      Broken: { Type: 'Fail', Error: 'Broken', Cause: 'It broke.' },
    },
  },
  {
    QueryLanguage: 'JSONata',
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload %}',
        Assign: { total: '{% $states.result.total %}' },
        TimeoutSeconds: '{% $states.input.t %}',
        Catch: [
          { ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'Broken' },
        ],
        Next: 'Which',
      },
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $total > 100 %}', Next: 'Rest' }],
        Default: 'Each',
      },
      Rest: { Type: 'Wait', Timestamp: '{% $states.input.at %}', Next: 'Done' },
      Each: {
        Type: 'Map',
        Items: '{% $states.input.items %}',
        ItemBatcher: { MaxItemsPerBatch: 10 },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'Item',
          States: { Item: { Type: 'Pass', Output: { a: 1 }, End: true } },
        },
        ToleratedFailurePercentage: 5,
        Next: 'Done',
      },
      Done: { Type: 'Succeed', Output: '{% $total %}' },
      Broken: { Type: 'Fail', Error: '{% $states.input.e %}' },
    },
  },
];

test('what is right is found right by another validator, too', () => {
  for (const definition of right) {
    expect(found(definition)).toEqual([]);
    expect(aslValidator(definition, { checkPaths: true, checkArn: true }).isValid).toBe(true);
  }
});

/** Every place in a value, as a change of it. */
const tampered = (value: Json): fc.Arbitrary<Json> => {
  const junk = fc.oneof(
    fc.constantFrom<Json>(
      null,
      true,
      0,
      -1,
      1.5,
      '',
      '${A}',
      '{% 1 %}',
      '{%',
      '$',
      [],
      {},
      [null],
      { Ref: 'A' },
      'Task',
      'Map',
    ),
    fc.jsonValue().map((json) => json as Json),
  );
  if (Array.isArray(value) && value.length > 0)
    return fc.oneof(
      junk,
      fc
        .nat(value.length - 1)
        .chain((at) =>
          tampered(value[at] as Json).map((item) =>
            value.map((old: Json, index) => (index === at ? item : old)),
          ),
        ),
    );
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const object = value as JsonObject;
    const key = fc.constantFrom(...Object.keys(object));
    return fc.oneof(
      { weight: 1, arbitrary: junk },
      {
        weight: 1,
        arbitrary: key
          .map((name) => ({ ...object, [name]: undefined }) as unknown as Json)
          .map((json) => JSON.parse(JSON.stringify(json)) as Json),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.constantFrom(
              '__proto__',
              'toString',
              'Type',
              'States',
              'Next',
              'Not',
              'And',
              ...Object.keys(stateFields.Map ?? {}),
            ),
            junk,
          )
          .map(([name, item]) => Object.fromEntries([...Object.entries(object), [name, item]])),
      },
      {
        weight: 6,
        arbitrary: key.chain((name) =>
          tampered(object[name] ?? null).map((item) => ({ ...object, [name]: item })),
        ),
      },
    );
  }
  return junk;
};

test('no change of a definition makes it throw, or find places that are not there', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...right)
        .chain(tampered)
        .chain(tampered),
      (definition) => {
        const machine = readAsl(definition);
        if (!machine) return;
        for (const { path, place, detail } of checkAsl(machine)) {
          expect(`${place} ${detail}`).not.toMatch(/undefined|\[object/);
          let at: Json | undefined = machine.body;
          for (const step of path.slice(0, -1)) at = (at as Record<string | number, Json>)[step];
          expect(at).toBeDefined();
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a large definition is checked soon', () => {
  const states = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [
      `S${at}`,
      { Type: 'Pass', Wrong: at, Next: `S${at + 1}` },
    ]),
  );
  const machine = readAsl({ StartAt: 'S0', States: states });
  const start = performance.now();
  expect(machine && checkAsl(machine)).toHaveLength(200);
  expect(performance.now() - start).toBeLessThan(1000);
});
