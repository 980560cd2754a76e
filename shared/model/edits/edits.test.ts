import { describe, expect, test } from 'vitest';
import { nodeId } from '../testing/example-design.ts';
import {
  orderDesign as design,
  fn,
  link,
  nobody,
  queue,
  vpc,
  worker,
} from '../testing/order-design.ts';
import * as edits from './index.ts';

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
