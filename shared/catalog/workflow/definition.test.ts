import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { planDesign } from '../../exporters/plan/plan.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import type { Json } from '../../lib/json.ts';
import { connection, design, type ExampleItem, node } from '../../rules/examples.ts';
import { kindFacts, services } from '../catalog.ts';
import { buildDefinition, type WorkflowTask } from './definition.ts';
import { dynamic, fieldName, input, type QueryLanguage } from './dynamic.ts';
import { definitionText } from './substitutions.ts';

/** The package has no types of its own. */
const aslValidator = createRequire(import.meta.url)('asl-validator') as (
  definition: unknown,
  options: { readonly checkPaths: boolean; readonly checkArn: boolean },
) => { readonly isValid: boolean; readonly errors: readonly { readonly Message: string }[] };

const languages: readonly QueryLanguage[] = ['JSONata', 'JSONPath'];

const errors = (definition: unknown): readonly string[] => {
  const { isValid, errors: found } = aslValidator(definition, {
    checkPaths: true,
    checkArn: true,
  });
  return isValid ? [] : found.map(({ Message }) => Message);
};

const task = (values: Partial<WorkflowTask> = {}): WorkflowTask => ({
  stateName: 'Work',
  resource: 'lambda:invoke',
  pattern: 'request-response',
  arguments: { FunctionName: 'work', Payload: input },
  output: { kind: 'field', field: 'Payload' },
  ...values,
});

const plan = (language: QueryLanguage, ...tasks: readonly WorkflowTask[]) =>
  buildDefinition({ language, partition: 'aws', tasks });

describe.each(languages)('a definition in %s', (language) => {
  test('without tasks hands its input on', () => {
    expect(plan(language)).toEqual({
      QueryLanguage: language,
      StartAt: 'Done',
      States: { Done: { Type: 'Pass', End: true } },
    });
    expect(errors(plan(language))).toEqual([]);
  });

  test('runs its tasks in order', () => {
    const definition = plan(
      language,
      task({ stateName: 'One' }),
      task({ stateName: 'Two', output: { kind: 'input' } }),
      task({ stateName: 'Three', output: { kind: 'result' }, pattern: 'sync' }),
    );
    expect(errors(definition)).toEqual([]);
    expect(definition).toMatchObject({
      StartAt: 'One',
      States: { One: { Next: 'Two' }, Two: { Next: 'Three' }, Three: { End: true } },
    });
    expect(definition).toMatchObject({
      States: { Three: { Resource: 'arn:aws:states:::lambda:invoke.sync' } },
    });
  });

  test('gives each state a name of its own, of 80 characters at most', () => {
    const name = 'x'.repeat(100);
    const definition = plan(
      language,
      task({ stateName: name }),
      task({ stateName: name }),
      task({ stateName: ' ' }),
    );
    expect(Object.keys(definition.States as object)).toEqual([
      'x'.repeat(80),
      `${'x'.repeat(78)} 2`,
      'Task',
    ]);
    expect(errors(definition)).toEqual([]);
  });

  test('adds the states that a task leads to when it has failed', () => {
    const definition = plan(
      language,
      task({ catch: [{ ErrorEquals: ['States.ALL'], Next: 'Give up' }] }),
    );
    expect(definition).toMatchObject({ States: { 'Give up': { Type: 'Fail' } } });
    expect(errors(definition)).toEqual([]);
  });

  test('leaves the answer to whoever sends the token back', () => {
    const [state] = Object.values(
      plan(language, task({ pattern: 'wait-for-task-token' })).States as Record<string, Json>,
    );
    expect(state).toMatchObject({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' });
    expect(state).not.toHaveProperty('Output');
    expect(state).not.toHaveProperty('OutputPath');
  });
});

test('dynamic values stand in the value in JSONata and behind a marked key in JSONPath', () => {
  const tasks = [
    task({ arguments: { Deep: { List: [{ Value: dynamic('$x', '$.x') }] }, Plain: 1 } }),
  ];
  const state = (language: QueryLanguage) =>
    (plan(language, ...tasks).States as Record<string, Record<string, Json>>).Work;
  expect(state('JSONata')?.Arguments).toEqual({
    Deep: { List: [{ Value: '{% $x %}' }] },
    Plain: 1,
  });
  expect(state('JSONPath')?.Parameters).toEqual({
    Deep: { List: [{ 'Value.$': '$.x' }] },
    Plain: 1,
  });
});

test.each([
  ['id', 'id'],
  ['order id', 'orderId'],
  ["a'] %} ${x}", 'aX'],
  ['in', 'valuein'],
  ['', 'value'],
  ['9', 'value9'],
])('the input field for the attribute "%s" is a plain word', (attribute, field) => {
  expect(fieldName(attribute)).toBe(field);
});

describe('the definition of a state machine of a design', () => {
  const files = (...items: readonly ExampleItem[]) => {
    const drawn = design(...items);
    const [stack] = planDesign(drawn, createGraph(kindFacts, drawn)).stacks;
    if (!stack) throw new Error('No stack');
    return stack;
  };

  /** Kinds of targets that need nothing around them. */
  const simple = services
    .filter(({ task }) => task !== undefined)
    .map(({ kind }) => kind)
    .filter((kind) => !['schedule', 'rds-instance'].includes(kind));

  test.each(languages.flatMap((language) => simple.map((kind) => [language, kind] as const)))(
    'in %s calls a %s',
    (language, kind) => {
      const stack = files(
        node('state-machine', 'flow', { queryLanguage: language }),
        node(kind, 'goal', kind === 'external-endpoint' ? { url: 'https://example.com' } : {}),
        connection(`state-machine--${kind}`, 'flow', 'goal'),
      );
      const definition = JSON.parse(stack.files.get('statemachine/flow.asl.json') ?? '') as Json;
      expect(errors(definition)).toEqual([]);
      expect(JSON.stringify(definition)).toContain(':states:::');
    },
  );

  test('keeps the text of the user and fills in what is drawn', () => {
    const text = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Comment: ${InboxUrl} ${Other}\n';
    const stack = files(
      node('state-machine', 'flow', { definition: text }),
      node('sqs-queue', 'inbox'),
    );
    expect(stack.files.get('statemachine/flow.asl.yaml')).toBe(text);
    expect([...stack.parameters.keys()]).toEqual(['Other']);
    const properties = stack.resources.get('Flow')?.properties.DefinitionSubstitutions;
    expect(Object.keys(properties as object)).toEqual(['InboxUrl', 'Other']);
  });
});

describe('intrinsic functions of the user', () => {
  test('become placeholders that CloudFormation fills in', () => {
    const { text, substitutions } = definitionText({
      StartAt: 'A',
      TimeoutSeconds: { Ref: 'Seconds' },
      Step: {
        Type: 'Wait',
        Seconds: { Ref: 'Seconds' },
        Retry: [{ ErrorEquals: [], MaxAttempts: { Ref: 'Seconds' } }],
      },
      Given: { Seconds: { Ref: 'Seconds' } },
      A: { 'Fn::GetAtt': ['Orders', 'Arn'] },
      B: { 'Fn::GetAtt': ['Orders', 'Arn'] },
      C: { 'Fn::Sub': '${AWS::Region}' },
      D: { 'Fn::Sub': '${AWS::Partition}' },
    });
    expect(text).toContain('"TimeoutSeconds": ${Seconds}');
    expect(text).toContain('"Seconds": ${Seconds}');
    expect(text).toContain('"MaxAttempts": ${Seconds}');
    // What a task is given may be a text.
    expect(text).toContain('"Seconds": "${Seconds}"');
    expect(text).toContain('"A": "${OrdersArn}"');
    expect(text).toContain('"B": "${OrdersArn}"');
    expect([...substitutions.keys()]).toEqual(['Seconds', 'OrdersArn', 'Value', 'Value2']);
  });

  test('around the whole text keep their places', () => {
    const { text, substitutions } = definitionText({
      'Fn::Sub': ['{"A":"${Orders.Arn}","B":"${Own}","C":"${!Literal}"}', { Own: 'x' }],
    });
    expect(text).toBe('{"A":"${OrdersArn}","B":"${Own}","C":"${Literal}"}');
    expect([...substitutions.keys()]).toEqual(['OrdersArn', 'Own']);
  });
});
