import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../lib/json.ts';
import { connections } from '../connections/index.ts';
import {
  type AslMachine,
  distributedFields,
  exitsOf,
  hasOpenExits,
  mapModeOf,
  pathOf,
  reachableStates,
  readAsl,
  startsExpress,
  statesAround,
  withFields,
} from './asl.ts';
import { heaviestWays, loopsOf } from './asl-ways.ts';
import { bucketsOf, resourcePlaceholderOf, servicesOf, taskCallOf } from './task-call.ts';

const read = (definition: Json): AslMachine => {
  const machine = readAsl(definition);
  if (!machine) throw new Error('Not read');
  return machine;
};

const stateOf = (machine: AslMachine, name: string) => {
  const state = machine.states.find((one) => one.name === name);
  if (!state) throw new Error(`No state ${name}`);
  return state;
};

const pass = (next?: string): JsonObject => ({
  Type: 'Pass',
  ...(next === undefined ? { End: true } : { Next: next }),
});
const wait = (Seconds: Json, Next: string): JsonObject => ({ Type: 'Wait', Seconds, Next });
const flow = (StartAt: string, States: JsonObject): JsonObject => ({ StartAt, States });
const one = (state: JsonObject) => stateOf(read(flow('A', { A: state })), 'A');

const nested = flow('Each', {
  Each: {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
      ...flow('Both', {
        Both: {
          Type: 'Parallel',
          Branches: [flow('Left', { Left: pass() }), flow('Right', { Right: pass() })],
          End: true,
        },
      }),
    },
    Next: 'Old',
  },
  Old: { Type: 'Map', Iterator: flow('Item', { Item: pass() }), End: true },
});

describe('a definition', () => {
  test('is taken apart from the outside in', () => {
    const machine = read(nested);
    expect(machine.states.map(({ name }) => name)).toEqual([
      'Each',
      'Old',
      'Both',
      'Item',
      'Left',
      'Right',
    ]);
    expect(machine.scopes.map(({ owner }) => owner?.name)).toEqual([
      undefined,
      'Each',
      'Old',
      'Both',
      'Both',
    ]);
    expect(statesAround(stateOf(machine, 'Right')).map(({ name }) => name)).toEqual([
      'Both',
      'Each',
    ]);
  });

  test('is the same as JSON text', () => {
    expect(read(JSON.stringify(nested)).states.map(({ name }) => name)).toEqual(
      read(nested).states.map(({ name }) => name),
    );
  });

  test.each([
    ['YAML', 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n'],
    ['with a placeholder outside its texts', '{"StartAt":${A},"States":{"A":{"Type":"Succeed"}}}'],
  ])('is read as %s', (_title, definition) => {
    expect(stateOf(read(definition), 'A').type).toBe('Succeed');
  });

  test('gets fields in YAML, too', () => {
    const definition = 'StartAt: A\nStates:\n  A:\n    Type: Succeed # fine\n';
    const changed = withFields(definition, stateOf(read(definition), 'A'), { Comment: 'x' });
    expect(changed).toBe('StartAt: A\nStates:\n  A:\n    Type: Succeed # fine\n    Comment: x\n');
  });

  test.each([
    ['YAML with an error', 'StartAt: A\n\tStates: 1'],
    ['half of a JSON text', '{"StartAt":"A"'],
    ['an intrinsic function', { Ref: 'Definition' }],
    ['a number', 5],
    ['a list', []],
    ['nothing', undefined],
  ])('that is %s is not read', (_title, definition) => {
    expect(readAsl(definition)).toBeUndefined();
  });

  test.each([
    ['all states', { StartAt: 'A', States: { Ref: 'States' } }, 1],
    ['a state', flow('A', { A: { Ref: 'State' } }), 1],
    ['a branch', flow('A', { A: { Type: 'Parallel', Branches: [{ Ref: 'Branch' }] } }), 1],
    ['a processor', flow('A', { A: { Type: 'Map', ItemProcessor: { Ref: 'Items' } } }), 1],
  ])('leaves out %s that an intrinsic function stands for', (_title, definition, scopes) => {
    const machine = read(definition);
    expect(machine.scopes).toHaveLength(scopes);
    expect(machine.states.filter(({ type }) => type === undefined)).toEqual([]);
  });

  test('leads from each state to its place', () => {
    const machine = read(nested);
    for (const state of machine.states) {
      let at: Json | undefined = nested;
      for (const key of pathOf(state)) at = (at as Record<string | number, Json>)[key];
      expect(at).toBe(state.body);
    }
  });

  test('gets fields in one of its states, as text and as an object', () => {
    const text = JSON.stringify(nested);
    for (const definition of [nested, text]) {
      const changed = withFields(definition, stateOf(read(definition), 'Right'), { Comment: 'x' });
      const machine = read(changed ?? '');
      expect(stateOf(machine, 'Right').body).toEqual({ ...pass(), Comment: 'x' });
      expect(stateOf(machine, 'Left').body).toEqual(pass());
    }
  });
});

describe('transitions', () => {
  const choice = flow('A', {
    A: {
      Type: 'Choice',
      Choices: [{ Variable: '$.x', IsNull: true, Next: 'B' }, { Next: '${Next}' }],
      Default: 'C',
    },
    B: { Type: 'Task', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'D' }], End: true },
    C: pass('B'),
    D: { Type: 'Fail' },
    E: pass(),
  });

  test('are those that plain texts say', () => {
    const machine = read(choice);
    expect(exitsOf(stateOf(machine, 'A'))).toEqual([
      { field: 'Default', to: 'C' },
      { field: 'Choices', to: 'B' },
    ]);
    expect(exitsOf(stateOf(machine, 'B'))).toEqual([{ field: 'Catch', to: 'D' }]);
  });

  test('lead to all states but the unreachable one', () => {
    const [scope] = read(choice).scopes;
    expect(scope && [...reachableStates(scope)].sort()).toEqual(['A', 'B', 'C', 'D']);
  });

  test.each<[string, JsonObject, boolean]>([
    ['a placeholder', flow('A', { A: { Type: 'Pass', Next: '${Next}' } }), true],
    ['an intrinsic function', flow('A', { A: { Type: 'Pass', Next: { Ref: 'Next' } } }), true],
    ['an open list', flow('A', { A: { Type: 'Choice', Choices: { Ref: 'Rules' } } }), true],
    ['plain names', flow('A', { A: pass('B'), B: pass() }), false],
  ])('may be open: %s', (_title, definition, open) => {
    const [scope] = read(definition).scopes;
    expect(scope && hasOpenExits(scope)).toBe(open);
  });
});

describe('a Map state', () => {
  test.each<[JsonObject, string | undefined]>([
    [{ Iterator: {} }, 'inline'],
    [{ ItemProcessor: {} }, 'inline'],
    [{ ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' } } }, 'inline'],
    [{ ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } } }, 'distributed'],
    [{ ItemProcessor: { ProcessorConfig: { Mode: { Ref: 'Mode' } } } }, undefined],
    [{ ItemProcessor: { ProcessorConfig: { Ref: 'Config' } } }, undefined],
    [{ ItemProcessor: { Ref: 'Processor' } }, undefined],
  ])('with %j is %s', (fields, mode) => {
    expect(mapModeOf(one({ Type: 'Map', ...fields }))).toBe(mode);
  });

  test('may start Express executions', () => {
    const machine = read(nested);
    expect(startsExpress(stateOf(machine, 'Each'))).toBe(true);
    expect(startsExpress(stateOf(machine, 'Old'))).toBe(false);
  });

  test('becomes a distributed one when it has an ItemProcessor', () => {
    const inline = { Type: 'Map', ItemProcessor: flow('B', { B: pass() }) };
    const changed = distributedFields(one(inline));
    expect(mapModeOf(one({ ...inline, ...changed }))).toBe('distributed');
    expect(distributedFields(one({ Type: 'Map', Iterator: {} }))).toBeUndefined();
  });
});

describe('what a task calls', () => {
  const call = (Resource: Json, fields: JsonObject = {}) =>
    taskCallOf(one({ Type: 'Task', Resource, ...fields }));

  test.each<[Json, JsonObject, string, string, readonly string[]]>([
    [
      'arn:aws:states:::lambda:invoke',
      { Arguments: { FunctionName: '${FnArn}' } },
      'lambda',
      'answer',
      ['${FnArn}'],
    ],
    [
      'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      { Parameters: { 'QueueUrl.$': '$.q' } },
      'sqs',
      'token',
      [],
    ],
    ['arn:aws:states:::states:startExecution.sync:2', {}, 'states', 'job', []],
    [
      'arn:aws:states:::aws-sdk:s3:getObject',
      { Arguments: { Bucket: { Ref: 'Files' } } },
      's3',
      'answer',
      ['${Files.}'],
    ],
    [{ 'Fn::Sub': 'arn:${AWS::Partition}:states:::http:invoke' }, {}, 'http', 'answer', []],
    [
      'arn:aws:states:::events:putEvents',
      { Arguments: { Entries: [{ EventBusName: '${BusArn}' }] } },
      'events',
      'answer',
      ['${BusArn}'],
    ],
    ['arn:aws:states:eu-west-1:1:activity:work', {}, 'states', 'worker', []],
    [
      'arn:aws:lambda:eu-west-1:1:function:work',
      {},
      'lambda',
      'answer',
      ['arn:aws:lambda:eu-west-1:1:function:work'],
    ],
    [
      'arn:aws:states:::glue:startJobRun.sync',
      { Arguments: { JobName: '${JobName}' } },
      'glue',
      'job',
      ['${JobName}'],
    ],
    [
      'arn:aws:states:::aws-sdk:redshiftdata:executeStatement',
      { Arguments: { WorkgroupName: '${SalesName}', Database: 'dev', Sql: 'SELECT 1' } },
      'redshiftdata',
      'answer',
      ['${SalesName}'],
    ],
    ['arn:aws:states:::sns:publish', { Arguments: '{% $states.input %}' }, 'sns', 'answer', []],
  ])('%j with %j', (resource, fields, service, waits, names) => {
    expect(call(resource, fields)).toMatchObject({ service, wait: waits, names });
  });

  test('is known for every kind that a workflow can work with', () => {
    const called = connections.filter(({ mechanism }) => mechanism === 'workflow-task');
    expect([...servicesOf.keys()].sort()).toEqual([...new Set(called.map(({ to }) => to))].sort());
  });

  test('has an action, without what it waits for', () => {
    expect(call('arn:aws:states:::dynamodb:getItem')?.action).toBe('getItem');
    expect(call('arn:aws:states:::states:startExecution.sync:2')?.action).toBe('startExecution');
  });

  test('is not what it hands on', () => {
    const handedOn = { FunctionName: '${FnArn}', Payload: { TableName: '${TableName}' } };
    expect(call('arn:aws:states:::lambda:invoke', { Arguments: handedOn })?.names).toEqual([
      '${FnArn}',
    ]);
  });

  test('is open when its resource is', () => {
    expect(call({ 'Fn::If': ['A', 'b', 'c'] })).toBeUndefined();
    expect(call('${WorkArn}')).toBeUndefined();
    expect(resourcePlaceholderOf(one({ Type: 'Task', Resource: '${WorkArn}' }))).toBe('${WorkArn}');
    expect(
      resourcePlaceholderOf(one({ Type: 'Task', Resource: { 'Fn::GetAtt': ['Work', 'Arn'] } })),
    ).toBe('${Work.Arn}');
  });

  test('is a bucket for a Map that reads from S3', () => {
    const buckets = bucketsOf(
      one({ Type: 'Map', ItemReader: { Parameters: { Bucket: '${FilesName}' } } }),
    );
    expect(buckets.map(({ names }) => names)).toEqual([['${FilesName}']]);
  });
});

describe('ways through a definition', () => {
  const seconds = (definition: JsonObject): number | undefined => {
    const machine = read(definition);
    const sums = heaviestWays(machine, ({ body }, inside) =>
      typeof body.Seconds === 'number' ? body.Seconds : Math.max(0, ...inside),
    );
    return machine.scopes[0] && sums.get(machine.scopes[0]);
  };
  const either = (...names: readonly string[]): JsonObject => ({
    Type: 'Choice',
    Choices: names.map((Next) => ({ Next })),
  });

  test('add up to the largest sum', () => {
    expect(
      seconds(
        flow('A', {
          A: either('B', 'C'),
          B: wait(5, 'D'),
          C: wait(7, 'D'),
          D: wait(10, 'E'),
          E: pass(),
        }),
      ),
    ).toBe(17);
  });

  test('take no state of a loop twice', () => {
    expect(
      seconds(flow('A', { A: wait(5, 'B'), B: either('A', 'C'), C: wait(1, 'D'), D: pass() })),
    ).toBe(6);
  });

  test('go through what is inside', () => {
    expect(
      seconds(
        flow('A', {
          A: {
            Type: 'Parallel',
            Branches: [flow('B', { B: wait(3, 'X') }), flow('C', { C: wait(4, 'X') })],
            Next: 'D',
          },
          D: wait(10, 'X'),
        }),
      ),
    ).toBe(14);
  });

  test('may be long', () => {
    const count = 5000;
    const states = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`S${at}`, wait(1, `S${at + 1}`)]),
    );
    expect(seconds(flow('S0', states))).toBe(count);
  });

  test('may go round', () => {
    const [scope] = read(
      flow('A', { A: wait(5, 'B'), B: either('A', 'C', 'D'), C: either('C', 'D'), D: pass() }),
    ).scopes;
    expect(scope && loopsOf(scope).map((loop) => loop.map(({ name }) => name).sort())).toEqual([
      ['A', 'B'],
      ['C'],
    ]);
  });
});

test('junk never throws', () => {
  const words = [
    'StartAt',
    'States',
    'Type',
    'Next',
    'Branches',
    'ItemProcessor',
    'Iterator',
    'Choices',
    'Catch',
    'Resource',
    'Arguments',
    'ProcessorConfig',
    'Ref',
    'A',
    '__proto__',
    'constructor',
  ];
  const values = ['A', 'Map', 'Parallel', 'Task', 'Choice', '${A}', '{% 1 %}', null, true, 0, -1];
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom<Json[]>(...values),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...words), tie('tree'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const definition = {
        StartAt: 'A',
        States: { A: value, B: { Type: 'Map', ItemProcessor: value } },
      };
      for (const any of [value, definition, JSON.stringify(value), JSON.stringify(definition)]) {
        const machine = readAsl(any);
        for (const state of machine?.states ?? []) {
          exitsOf(state);
          taskCallOf(state);
          bucketsOf(state);
          mapModeOf(state);
          withFields(any, state, { Comment: 'x' });
        }
        for (const scope of machine?.scopes ?? []) {
          hasOpenExits(scope);
          reachableStates(scope);
          loopsOf(scope);
        }
        if (machine) heaviestWays(machine, () => 1);
      }
    }),
    { numRuns: 500 },
  );
});
