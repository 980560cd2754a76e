import fc from 'fast-check';
import type { Json } from '../../lib/json.ts';
import type { Connection, Design, Node } from '../design.ts';
import { asConnectionId, asNodeId } from '../ids.ts';

/** Names that a careless program takes for something of its own. */
export const oddKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  '10',
  '9',
];

const key = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...oddKeys) },
  { weight: 4, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }) },
);

/** An object made of entries, so that `__proto__` is a key like any other. */
const objectOf = <T>(value: fc.Arbitrary<T>, maxLength: number) =>
  fc
    .uniqueArray(fc.tuple(key, value), { maxLength, selector: ([name]) => name })
    .map((entries): { [name: string]: T } => Object.fromEntries(entries));

/** Any JSON: odd keys, lone surrogates, minus zero, some levels deep. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom('\ud800', '\udc00', '"', '\\', '\n', '\u2028', 'é'),
      maxLength: 4,
    }),
    fc.array(tie('json'), { maxLength: 4 }),
    objectOf(tie('json'), 4),
    fc.record({ Ref: fc.string({ maxLength: 5 }) }),
  ),
})).json;

const idText = fc.oneof(
  fc.constantFrom(
    'orders',
    'order-queue',
    'Order_Queue',
    'orderqueue',
    '注文',
    '__proto__',
    '1st',
    'a',
    'A',
    '-',
  ),
  fc.stringMatching(/^[a-z]{1,3}(-[a-z0-9]{1,3})?$/),
);

/** Ids of nodes. */
export const anyNodeId = idText.map((text) => asNodeId(text) ?? asNodeId('x')!);
const anyConnectionId = idText.map((text) => asConnectionId(`${text}--c`) ?? asConnectionId('c')!);

const pixel = fc.integer({ min: -10_000, max: 10_000 });
const pixels = fc.integer({ min: 1, max: 5000 });

/** Fields that the model does not know; none of them shadows one that it knows. */
const unknownFields = objectOf(anyJson, 2).map((fields) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name === '' || oddKeys.includes(name) ? name : `x-${name}`,
      value,
    ]),
  ),
);

const withUnknown = <T extends object>(known: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: known },
    {
      weight: 1,
      arbitrary: fc
        .tuple(known, unknownFields)
        .map(([object, fields]) => ({ ...fields, ...object })),
    },
  );

const properties = objectOf(anyJson, 4);
const position = withUnknown(fc.record({ x: pixel, y: pixel }));
const size = withUnknown(fc.record({ width: pixels, height: pixels }));

const node = withUnknown(
  fc.record(
    {
      id: anyNodeId,
      kind: fc.constantFrom('lambda', 'sqs-queue', 'group', 'region', 'vpc', 'no-such-kind'),
      name: fc.string({ maxLength: 12 }),
      position,
      size,
      parent: anyNodeId,
      properties,
    },
    { requiredKeys: ['id', 'kind', 'name', 'position', 'properties'] },
  ),
) as fc.Arbitrary<Node>;

const connection = withUnknown(
  fc.record({
    id: anyConnectionId,
    type: fc.constantFrom('sqs-queue--lambda', 'lambda--sqs-queue', 'no-such-type'),
    from: anyNodeId,
    to: anyNodeId,
    properties,
  }),
) as fc.Arbitrary<Connection>;

const settings = {
  $schema: fc.constant('https://isobar.dev/schema/design-1.json'),
  formatVersion: fc.constant(1 as const),
  name: fc.string({ maxLength: 12 }),
  description: fc.string({ maxLength: 12 }),
  region: fc.constantFrom('eu-west-1', 'us-east-1'),
  stage: fc.constantFrom('prod' as const, 'dev' as const, 'workshop' as const),
  limits: objectOf(fc.double({ noNaN: true, noDefaultInfinity: true }), 3),
};

const suppression = withUnknown(
  fc.record(
    {
      rule: fc.constantFrom('sqs/no-dlq', 'lambda/timeout'),
      at: idText,
      reason: fc.string({ minLength: 1, maxLength: 9 }),
    },
    { requiredKeys: ['rule', 'reason'] },
  ),
);

const required = ['formatVersion', 'name', 'region', 'nodes', 'connections'] as const;

/** Any design that the schema takes: equal ids, parents in a ring, ends that are missing. */
export const anyDesign = withUnknown(
  fc.record(
    {
      ...settings,
      nodes: fc.array(node, { maxLength: 8 }),
      connections: fc.array(connection, { maxLength: 8 }),
      suppressions: fc.array(suppression, { maxLength: 3 }),
    },
    { requiredKeys: [...required] },
  ),
) as fc.Arbitrary<Design>;

/** A design as the app makes them: ids once, parents and ends there, no ring. */
export const soundDesign: fc.Arbitrary<Design> = fc
  .tuple(anyDesign, fc.infiniteStream(fc.nat()))
  .map(([design, numbers]) => {
    const pick = <T>(items: readonly T[]): T | undefined =>
      items.length === 0 ? undefined : items[(numbers.next().value ?? 0) % items.length];
    const nodes: Node[] = [];
    for (const { parent, ...rest } of design.nodes) {
      if (nodes.some(({ id }) => id === rest.id)) continue;
      const holder = parent === undefined ? undefined : pick(nodes);
      nodes.push((holder === undefined ? rest : { ...rest, parent: holder.id }) as Node);
    }
    const connections: Connection[] = [];
    for (const item of design.connections) {
      const from = pick(nodes);
      const to = pick(nodes);
      if (from === undefined || to === undefined || connections.some(({ id }) => id === item.id))
        continue;
      connections.push({ ...item, from: from.id, to: to.id });
    }
    return { ...design, nodes, connections };
  });
