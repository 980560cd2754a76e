import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertiesOf } from '../catalog/catalog.ts';
import type { Json } from '../lib/json.ts';
import type { Design } from '../model/design.ts';
import { connection, design, inside, node } from '../rules/examples.ts';
import { exportCdk } from './cdk/cdk.ts';
import { planDesign } from './plan/plan.ts';
import { exportSam } from './sam/sam.ts';
import { exportCases } from './testing/cases/index.ts';

const exportsOf = (spoilt: Design) => [
  exportSam(planDesign(spoilt)),
  exportCdk(planDesign(spoilt)),
];

/** What both exports say stands in the way. */
const problemsOf = (spoilt: Design): readonly string[] => {
  const [sam, cdk] = exportsOf(spoilt).map(({ problems }) =>
    problems.map(({ message, at }) => `${at}: ${message}`),
  );
  expect(cdk).toEqual(sam);
  return sam ?? [];
};

describe('an export names the place of', () => {
  test('a value that is not offered', () => {
    expect(problemsOf(design(node('lambda', 'worker', { architecture: 'no such one' })))).toEqual([
      'worker: "worker": architecture is "no such one" (a text), expected one of arm64 or x86_64.',
    ]);
  });

  test('a value of the wrong type, on a connection too', () => {
    const [problem] = problemsOf(
      design(
        node('sqs-queue', 'orders', { visibilityTimeout: 180 }),
        node('lambda', 'worker'),
        connection('sqs-queue--lambda', 'orders', 'worker', { batchSize: 'ten' }),
      ),
    );
    expect(problem).toContain('The connection from "orders" to "worker": batchSize is "ten"');
  });

  test('an attribute of nothing', () => {
    const [problem] = problemsOf(
      design(
        node('lambda', 'worker', { environment: { A: { 'Fn::GetAtt': ['Nothing', 'Arn'] } } }),
      ),
    );
    expect(problem).toContain('worker: "worker": look at environment');
    expect(problem).toContain('Nothing');
  });
});

test('a reference to what is drawn and not deployed is named, not thrown', () => {
  const [problem] = problemsOf(
    design(
      node('lambda', 'worker', { environment: { WHO: { Ref: 'Browser' } } }),
      node('client', 'browser'),
    ),
  );
  expect(problem).toContain('worker: "worker": look at environment');
  expect(problem).toContain('it refers to Browser, of which nothing is deployed');
});

test('a rule may forward to the default bus of a region in which nothing else stands', () => {
  const forwarding = design(
    inside(
      node('region', 'virginia', { code: 'us-east-1' }),
      node('event-bus', 'default-there', { busType: 'default' }),
    ),
    node('event-bus', 'central', { name: 'central' }),
    node('event-rule', 'forward', { eventPattern: { source: ['my.app'] } }),
    connection('event-rule--event-bus', 'forward', 'central'),
    connection('event-rule--event-bus', 'forward', 'default-there'),
  );
  expect(problemsOf(forwarding)).toEqual([]);
  const [, cdk] = exportsOf(forwarding);
  expect(cdk?.files.map(({ text }) => text).join('\n')).toContain('EventBus.fromEventBusArn(');
});

test('an export without a resource says what to do', () => {
  for (const empty of [
    design(),
    design(node('client', 'browser'), node('external-endpoint', 'shop')),
  ])
    for (const { files, problems } of exportsOf(empty)) {
      expect(files).toEqual([]);
      expect(problems[0]?.message).toContain('nothing to deploy');
    }
});

test('stacks that need values of each other are a problem in both exports, not a throw', () => {
  const problems = problemsOf(
    design(
      node('lambda', 'here'),
      node('sqs-queue', 'near'),
      inside(
        node('region', 'frankfurt', { code: 'eu-central-1' }),
        node('lambda', 'there'),
        node('sqs-queue', 'far'),
      ),
      connection('lambda--sqs-queue', 'here', 'far'),
      connection('lambda--sqs-queue', 'there', 'near'),
    ),
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('need values of each other');
});

test('a parameter may be called like a word of TypeScript, a module, or another one in another case', () => {
  const names = [
    'Protected',
    'Class',
    'Lambda',
    'Cdk',
    'Currency',
    'worker',
    'currency',
    'Currency2',
    'This',
    '2nd',
  ];
  const whole = design(
    node('lambda', 'worker', {
      environment: Object.fromEntries(names.map((name, index) => [`V${index}`, { Ref: name }])),
    }),
  );
  const [sam, cdk] = exportsOf(whole);
  expect([sam?.problems, cdk?.problems]).toEqual([[], []]);
  const stack = cdk?.files.find(({ path }) => path.endsWith('-stack.ts'))?.text ?? '';
  const declared = [...stack.matchAll(/const (\w+) = new cdk\.CfnParameter\(/g)].map(
    ([, id]) => id,
  );
  expect(new Set(declared).size).toBe(names.length);
  expect(declared).toContain('protectedParameter');
  for (const word of ['protected', 'class', 'lambda', 'cdk', 'this'])
    expect(declared).not.toContain(word);
});

/** What somebody may have put into a file by hand. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('', ' ', 'no such value', '$weird', '1.5', 'a\nb', '${x', '*/'),
  fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e21),
  fc.constantFrom<Json>([], [null], [[]], [1], ['a'], [{}], [{ a: null }], [{ key: 1, value: [] }]),
  fc.constantFrom<Json>({}, { a: null }, { a: [] }, { a: { b: 1 } }, { '': '' }),
  fc.constantFrom<Json>(
    { Ref: 'Value' },
    { Ref: 'Protected' },
    { Ref: 'Lambda' },
    { Ref: 'a b' },
    { Ref: 1 },
    { 'Fn::Sub': 5 },
    { 'Fn::Sub': ['${A}', null] },
    { 'Fn::Sub': '${Nothing.Arn}' },
    { 'Fn::GetAtt': null },
    { a: { 'Fn::GetAtt': 'Nothing.Arn' } },
    { 'Fn::Join': ['', { Ref: 'x' }] },
    { 'Fn::Nothing': [] },
    { Condition: 'c' },
  ),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);

/** The design with junk in up to three of its properties. */
const spoilt = (whole: Design): fc.Arbitrary<Design> => {
  const places = [
    ...whole.nodes.map(({ id, kind }) => ({ id: id as string, table: propertiesOf(kind) })),
    ...whole.connections.map(({ id, type }) => ({ id: id as string, table: propertiesOf(type) })),
  ].flatMap(({ id, table }) => Object.keys(table ?? {}).map((property) => ({ id, property })));
  return fc
    .array(fc.tuple(fc.constantFrom(...places), junk), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const propertiesWith = ({
        id,
        properties,
      }: Pick<Design['nodes'][number], 'properties'> & { id: string }) => ({
        ...properties,
        ...Object.fromEntries(
          changes.flatMap(([place, value]) =>
            place.id === id ? [[place.property, value] as const] : [],
          ),
        ),
      });
      return {
        ...whole,
        nodes: whole.nodes.map((item) => ({ ...item, properties: propertiesWith(item) })),
        connections: whole.connections.map((item) => ({
          ...item,
          properties: propertiesWith(item),
        })),
      };
    });
};

test.each(exportCases)(
  'junk in the properties of $title does not make an export throw',
  (whole) => {
    fc.assert(
      fc.property(spoilt(whole.design), (broken) => {
        for (const { files, problems } of exportsOf(broken)) {
          expect(files.length > 0).toBe(problems.length === 0);
          for (const { message } of problems) expect(message).not.toBe('');
        }
      }),
      { numRuns: 12 },
    );
  },
);
