import { describe, expect, test } from 'vitest';
import {
  connectionId,
  exampleConnection,
  exampleDesign,
  exampleNode,
  nodeId,
} from '../testing/example-design.ts';
import { absolutePosition } from '../tree.ts';
import * as edits from './index.ts';

const [api, fn, queue, worker] = ['api', 'fn', 'queue', 'worker'].map(nodeId) as [
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
];
const vpc = nodeId('vpc');
const subnet = nodeId('subnet');
const nobody = nodeId('nobody');
const link = connectionId('fn--queue');

/** api -> fn -> queue -> worker; worker stands in a subnet of a VPC. */
const design = exampleDesign(
  [
    exampleNode('api', { kind: 'http-api' }),
    exampleNode('fn', { position: { x: 200, y: 10 }, properties: { timeout: 30 } }),
    exampleNode('queue', { kind: 'sqs-queue', position: { x: 400, y: 30 } }),
    exampleNode('vpc', {
      kind: 'vpc',
      position: { x: 600, y: 0 },
      size: { width: 500, height: 400 },
    }),
    exampleNode('subnet', {
      kind: 'subnet',
      position: { x: 20, y: 40 },
      size: { width: 300, height: 300 },
      parent: vpc,
    }),
    exampleNode('worker', { position: { x: 30, y: 50 }, parent: subnet }),
  ],
  [
    exampleConnection('api', 'fn'),
    exampleConnection('fn', 'queue'),
    exampleConnection('queue', 'worker'),
  ],
);
const nodeOf = (edit: edits.Edit, id: string) => edit(design).nodes.find((node) => node.id === id);
const linkOf = (edit: edits.Edit, id: string = link) =>
  edit(design).connections.find((connection) => connection.id === id);

describe('adding', () => {
  test('a node, in whole pixels', () => {
    const edit = edits.addNode({
      id: nodeId('table'),
      kind: 'dynamodb-table',
      name: 'Table',
      position: { x: 1.6, y: -0.2 },
      parent: vpc,
    });
    expect(nodeOf(edit, 'table')).toEqual({
      id: 'table',
      kind: 'dynamodb-table',
      name: 'Table',
      position: { x: 2, y: 0 },
      parent: 'vpc',
      properties: {},
    });
  });

  test('a connection, with an id from its ends', () => {
    expect(
      linkOf(
        edits.connect({ type: 't', from: fn, to: worker, properties: { access: 'read' } }),
        'fn--worker',
      ),
    ).toEqual({
      id: 'fn--worker',
      type: 't',
      from: 'fn',
      to: 'worker',
      properties: { access: 'read' },
    });
    expect(linkOf(edits.connect({ type: 't', from: fn, to: queue }), 'fn--queue-2')).toBeDefined();
  });

  test.each([
    [
      'a node whose id is taken',
      edits.addNode({ id: fn, kind: 'k', name: 'n', position: { x: 0, y: 0 } }),
    ],
    [
      'a node whose id is a connection',
      edits.addNode({ id: nodeId('fn--queue'), kind: 'k', name: 'n', position: { x: 0, y: 0 } }),
    ],
    [
      'a node in nothing',
      edits.addNode({ id: nobody, kind: 'k', name: 'n', position: { x: 0, y: 0 }, parent: nobody }),
    ],
    [
      'a node nowhere',
      edits.addNode({ id: nobody, kind: 'k', name: 'n', position: { x: Number.NaN, y: 0 } }),
    ],
    [
      'a value that is no JSON',
      edits.addNode({
        id: nobody,
        kind: 'k',
        name: 'n',
        position: { x: 0, y: 0 },
        properties: { a: Number.NaN },
      }),
    ],
    ['a connection to nothing', edits.connect({ type: 't', from: fn, to: nobody })],
    ['a connection whose id is taken', edits.connect({ id: link, type: 't', from: fn, to: queue })],
  ])('%s does nothing', (_title, edit) => {
    expect(edit(design)).toBe(design);
  });
});

describe('properties', () => {
  test('are set and unset, of nodes and of connections', () => {
    expect(nodeOf(edits.setProperty(fn, 'timeout', 60), 'fn')?.properties).toEqual({ timeout: 60 });
    expect(nodeOf(edits.unsetProperty(fn, 'timeout'), 'fn')?.properties).toEqual({});
    expect(linkOf(edits.setProperty(link, 'access', ['write']))?.properties).toEqual({
      access: ['write'],
    });
  });

  test('may have any name', () => {
    const properties = nodeOf(edits.setProperty(fn, '__proto__', { a: 1 }), 'fn')?.properties ?? {};
    expect(Object.keys(properties)).toEqual(['timeout', '__proto__']);
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
  });

  test.each([
    ['the same value', edits.setProperty(fn, 'timeout', 30)],
    ['NaN', edits.setProperty(fn, 'timeout', Number.NaN)],
    ['an id that is missing', edits.setProperty(nobody, 'timeout', 1)],
    ['a name that is missing', edits.unsetProperty(fn, 'memory')],
    ['a name of the language', edits.unsetProperty(fn, 'toString')],
  ])('%s changes nothing', (_title, edit) => {
    expect(edit(design)).toBe(design);
  });
});

describe('places', () => {
  test('move, in whole pixels', () => {
    const edit = edits.moveNodes([
      [fn, { x: 5.5, y: 1e300 }],
      [nobody, { x: 1, y: 1 }],
    ]);
    expect(nodeOf(edit, 'fn')?.position).toEqual({ x: 6, y: 1_000_000_000 });
    expect(edit(design).nodes[0]).toBe(design.nodes[0]);
  });

  test('a container resizes at its corner, and what it holds stays where it is', () => {
    const after = edits.resizeNode(vpc, { width: 600, height: 0 }, { x: 500, y: -100 })(design);
    expect(after.nodes[3]).toMatchObject({
      position: { x: 500, y: -100 },
      size: { width: 600, height: 1 },
    });
    expect(absolutePosition(after, worker)).toEqual(absolutePosition(design, worker));
    expect(edits.resizeNode(vpc, { width: 500, height: 400 })(design)).toBe(design);
  });

  test('a node goes into a container and out of it, and stays where it is to the eye', () => {
    const inside = edits.reparent([fn], subnet)(design);
    expect(inside.nodes[1]).toMatchObject({ parent: 'subnet', position: { x: -420, y: -30 } });
    const outside = edits.reparent([fn], undefined)(inside);
    expect(outside).toEqual(design);
    expect(Object.hasOwn(outside.nodes[1]!, 'parent')).toBe(false);
  });

  test('what stands in a moved container moves along with it', () => {
    const after = edits.reparent([subnet, worker], undefined)(design);
    expect(after.nodes.map(({ parent }) => parent)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'subnet',
    ]);
    expect(after.nodes[5]).toBe(design.nodes[5]);
  });

  test.each([
    ['into itself', edits.reparent([vpc], vpc)],
    ['into what it holds', edits.reparent([vpc], subnet)],
    ['into nothing', edits.reparent([fn], nobody)],
    ['where it is', edits.reparent([worker], subnet)],
  ])('a node does not go %s', (_title, edit) => {
    expect(edit(design)).toBe(design);
  });

  test('a layout sets places and sizes', () => {
    const after = edits.applyLayout([
      [vpc, { x: 1, y: 2, width: 3, height: 4 }],
      [fn, { x: 0, y: 0 }],
    ])(design);
    expect(after.nodes[3]).toMatchObject({
      position: { x: 1, y: 2 },
      size: { width: 3, height: 4 },
    });
    expect(after.nodes[1]).not.toHaveProperty('size');
  });

  test('nodes align, whatever holds them', () => {
    const ids = [api, fn, worker];
    const sizeOf = () => ({ width: 100, height: 40 });
    const absolute = (alignment: edits.Alignment) => {
      const after = edits.alignNodes(ids, alignment, sizeOf)(design);
      return ids.map((id) => absolutePosition(after, id));
    };
    expect(absolute('left').map(({ x }) => x)).toEqual([0, 0, 0]);
    expect(absolute('right').map(({ x }) => x)).toEqual([650, 650, 650]);
    expect(absolute('center').map(({ x }) => x)).toEqual([325, 325, 325]);
    expect(absolute('top').map(({ y }) => y)).toEqual([0, 0, 0]);
    expect(absolute('middle').map(({ y }) => y)).toEqual([45, 45, 45]);
    expect(absolute('bottom').map(({ y }) => y)).toEqual([90, 90, 90]);
    expect(edits.alignNodes([fn, nobody], 'left')(design)).toBe(design);
  });

  test('nodes spread out evenly between the outer two', () => {
    const ids = [api, fn, queue, vpc];
    const after = edits.distributeNodes(
      ids,
      'horizontal',
    )(edits.moveNodes([[fn, { x: 20, y: 0 }]])(design));
    expect(ids.map((id) => absolutePosition(after, id).x)).toEqual([0, 200, 400, 600]);
    expect(edits.distributeNodes([api, fn], 'vertical')(design)).toBe(design);
  });
});

describe('changes of what something is', () => {
  test('a name', () => {
    expect(nodeOf(edits.rename(fn, 'Place order'), 'fn')).toMatchObject({
      id: 'fn',
      name: 'Place order',
    });
    expect(edits.rename(fn, 'fn')(design)).toBe(design);
  });

  test('a connection: its type, its direction, its ends', () => {
    expect(linkOf(edits.setConnectionType(link, 'other'))).toMatchObject({
      type: 'other',
      properties: {},
    });
    expect(linkOf(edits.setConnectionType(link, 'other', { a: 1 }))?.properties).toEqual({ a: 1 });
    expect(linkOf(edits.reverseConnection(link, 'back'))).toMatchObject({
      type: 'back',
      from: 'queue',
      to: 'fn',
    });
    expect(linkOf(edits.retargetConnection(link, { to: worker, type: 'call' }))).toMatchObject({
      type: 'call',
      from: 'fn',
      to: 'worker',
    });
    expect(edits.retargetConnection(link, { to: nobody })(design)).toBe(design);
    expect(edits.retargetConnection(link, { to: queue })(design)).toBe(design);
  });

  test('a kind, with what of its connections still makes sense', () => {
    const after = edits.replaceKind(queue, 'sns-topic', {
      properties: (old) => ({ ...old, fifo: true }),
      connection: (connection, node) =>
        connection.from === node.id ? undefined : { ...connection, type: `lambda--${node.kind}` },
    })(design);
    expect(after.nodes[2]).toMatchObject({
      id: 'queue',
      kind: 'sns-topic',
      properties: { fifo: true },
    });
    expect(after.connections.map(({ type }) => type)).toEqual([
      'lambda--lambda',
      'lambda--sns-topic',
    ]);
    expect(edits.replaceKind(nobody, 'k', { properties: {} })(design)).toBe(design);
  });

  test('settings of the design', () => {
    const edit = edits.setDesign({
      name: 'Shop',
      stage: 'prod',
      limits: { accountConcurrency: 5000 },
    });
    const after = edit(design);
    expect(after).toMatchObject({
      name: 'Shop',
      region: 'eu-west-1',
      stage: 'prod',
      limits: { accountConcurrency: 5000 },
    });
    expect(edit(after)).toBe(after);
    const { name: _name, ...rest } = edits.setDesign({ stage: undefined, limits: undefined })(
      after,
    );
    expect(rest).toEqual({ ...design, name: undefined });
  });

  test('suppressions: a reason is needed, and there is one for each place', () => {
    const first = edits.suppress('sqs/no-dlq', queue, ' Only for the workshop. ')(design);
    expect(first.suppressions).toEqual([
      { rule: 'sqs/no-dlq', at: 'queue', reason: 'Only for the workshop.' },
    ]);
    const second = edits.sequence(
      edits.suppress('sqs/no-dlq', undefined, 'Everywhere.'),
      edits.suppress('sqs/no-dlq', queue, 'Other words.'),
    )(first);
    expect(second.suppressions).toEqual([
      { rule: 'sqs/no-dlq', reason: 'Everywhere.' },
      { rule: 'sqs/no-dlq', at: 'queue', reason: 'Other words.' },
    ]);
    expect(edits.suppress('a', undefined, ' ')(design)).toBe(design);
    expect(edits.unsuppress('sqs/no-dlq', fn)(second)).toBe(second);
    const none = edits.sequence(
      edits.unsuppress('sqs/no-dlq', queue),
      edits.unsuppress('sqs/no-dlq', undefined),
    )(second);
    expect(none).toEqual(design);
  });
});

test('sequence does one after the other, and nothing when there is nothing to do', () => {
  const edit = edits.sequence(
    edits.rename(fn, 'A'),
    edits.rename(fn, 'B'),
    edits.rename(nobody, 'C'),
  );
  expect(nodeOf(edit, 'fn')?.name).toBe('B');
  expect(edits.sequence()(design)).toBe(design);
});
