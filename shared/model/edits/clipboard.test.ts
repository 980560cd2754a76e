import { describe, expect, test } from 'vitest';
import {
  exampleConnection,
  exampleDesign,
  exampleNode,
  largeDesign,
  nodeId,
} from '../testing/example-design.ts';
import {
  copyItems,
  duplicateItems,
  type IsReference,
  parseClipboard,
  pastedIds,
  pasteItems,
} from './index.ts';

const isReference: IsReference = (_owner, property) => property.endsWith('Ref');
const vpc = nodeId('vpc');
const queue = nodeId('queue');
const worker = nodeId('worker');

const design = exampleDesign(
  [
    exampleNode('vpc', {
      position: { x: 100, y: 100 },
      kind: 'vpc',
      size: { width: 300, height: 300 },
    }),
    exampleNode('worker', {
      position: { x: 5, y: 5 },
      parent: vpc,
      properties: { sourceRef: 'queue', roleRef: ['role', 'vpc'], note: 'queue' },
    }),
    exampleNode('queue', { properties: { viaRef: 'queue--worker' } }),
    exampleNode('role'),
  ],
  [exampleConnection('queue', 'worker'), exampleConnection('worker', 'role')],
);

describe('copyItems', () => {
  test('copies what a container holds, and the connections among what is copied', () => {
    const clipboard = copyItems(design, [vpc, queue]);
    expect(clipboard.nodes.map(({ id }) => id)).toEqual(['vpc', 'worker', 'queue']);
    expect(clipboard.connections.map(({ id }) => id)).toEqual(['queue--worker']);
    expect(clipboard.nodes[1]).toBe(design.nodes[1]);
  });

  test('places what leaves its container on the canvas', () => {
    const { nodes } = copyItems(design, [worker]);
    expect(nodes[0]).toMatchObject({ id: 'worker', position: { x: 105, y: 105 } });
    expect(nodes[0]).not.toHaveProperty('parent');
  });

  test('survives as text', () => {
    const clipboard = copyItems(design, [vpc, queue]);
    expect(parseClipboard(JSON.stringify(clipboard))).toEqual({ ok: true, value: clipboard });
  });
});

describe('pasteItems', () => {
  test('gives new ids, and what is connected, held or referred to inside is so again', () => {
    const clipboard = copyItems(design, [vpc, queue]);
    const after = pasteItems(clipboard, { offset: { x: 1, y: 2 }, isReference })(design);
    expect(after.nodes.slice(0, 4)).toEqual(design.nodes);
    expect(after.nodes.slice(4)).toEqual([
      { ...design.nodes[0], id: 'vpc-2', position: { x: 101, y: 102 } },
      {
        ...design.nodes[1],
        id: 'worker-2',
        parent: 'vpc-2',
        properties: { sourceRef: 'queue-2', roleRef: ['role', 'vpc-2'], note: 'queue' },
      },
      {
        ...design.nodes[2],
        id: 'queue-2',
        position: { x: 1, y: 2 },
        properties: { viaRef: 'queue-2--worker-2' },
      },
    ]);
    expect(after.connections.at(-1)).toMatchObject({
      id: 'queue-2--worker-2',
      from: 'queue-2',
      to: 'worker-2',
    });
    expect(pastedIds(design, clipboard)).toEqual({
      nodes: new Map([
        ['queue', 'queue-2'],
        ['vpc', 'vpc-2'],
        ['worker', 'worker-2'],
      ]),
      connections: new Map([['queue--worker', 'queue-2--worker-2']]),
    });
  });

  test('leaves out references to what is not there', () => {
    const other = exampleDesign([]);
    const after = pasteItems(copyItems(design, [worker]), { isReference })(other);
    expect(after.nodes[0]).toMatchObject({ id: 'worker', properties: { note: 'queue' } });
    expect(after.nodes[0]?.properties).not.toHaveProperty('roleRef');
  });

  test('pastes into a container, at the same place to the eye', () => {
    const after = pasteItems(copyItems(design, [queue]), { offset: { x: 0, y: 0 }, parent: vpc })(
      design,
    );
    expect(after.nodes.at(-1)).toMatchObject({
      id: 'queue-2',
      parent: 'vpc',
      position: { x: -100, y: -100 },
    });
    expect(pasteItems(copyItems(design, [queue]), { parent: nodeId('nobody') })(design)).toBe(
      design,
    );
  });

  test('does nothing with nothing', () => {
    expect(pasteItems(copyItems(design, []))(design)).toBe(design);
  });

  test('takes a clipboard that makes no sense as far as it does', () => {
    const after = pasteItems({
      isobarClipboard: 1,
      nodes: [
        exampleNode('a', { parent: nodeId('b') }),
        exampleNode('b', { parent: nodeId('a') }),
        exampleNode('c', { parent: nodeId('c') }),
        exampleNode('d', { parent: nodeId('nobody') }),
        exampleNode('d', { name: 'again' }),
        exampleNode('e', { parent: nodeId('a') }),
      ],
      connections: [
        exampleConnection('a', 'nobody'),
        exampleConnection('a', 'b'),
        exampleConnection('a', 'b', { type: 'again' }),
      ],
    })(exampleDesign([]));
    expect(after.nodes.map(({ id, parent }) => [id, parent])).toEqual([
      ['a', 'b'],
      ['b', undefined],
      ['c', undefined],
      ['d', undefined],
      ['e', 'a'],
    ]);
    expect(after.connections).toEqual([exampleConnection('a', 'b')]);
  });

  test('pastes a thousand nodes at once', () => {
    const large = largeDesign(1000);
    const clipboard = copyItems(
      large,
      large.nodes.map(({ id }) => id),
    );
    const start = performance.now();
    const after = pasteItems(clipboard, { isReference })(large);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(new Set([...after.nodes, ...after.connections].map(({ id }) => id)).size).toBe(5000);
  });
});

test('duplicateItems leaves each copy in the container of its original', () => {
  const after = duplicateItems([worker, queue], { offset: { x: 10, y: 10 }, isReference })(design);
  expect(after.nodes.slice(4)).toMatchObject([
    {
      id: 'worker-2',
      parent: 'vpc',
      position: { x: 15, y: 15 },
      properties: { sourceRef: 'queue-2' },
    },
    { id: 'queue-2', position: { x: 10, y: 10 } },
  ]);
});

describe('parseClipboard', () => {
  test.each<[string, string]>([
    ['', 'json-empty'],
    ['hello', 'json-syntax'],
    ['{}', 'not-a-clipboard'],
    ['{"isobarClipboard": 2, "nodes": [], "connections": []}', 'not-a-clipboard'],
    ['{"isobarClipboard": 1, "nodes": []}', 'missing-field'],
    ['{"isobarClipboard": 1, "nodes": [{}], "connections": []}', 'missing-field'],
    ['{"isobarClipboard": 1, "nodes": {}, "connections": []}', 'wrong-type'],
    ['{"__proto__": {"isobarClipboard": 1, "nodes": [], "connections": []}}', 'not-a-clipboard'],
    [`{"isobarClipboard": 1, "nodes": ${'['.repeat(100_000)}`, 'json-too-deep'],
  ])('refuses what it did not copy (case %#)', (text, code) => {
    const parsed = parseClipboard(text);
    expect(parsed.ok ? undefined : parsed.error[0]?.code).toBe(code);
  });

  test('breaks a long ring of parents, and refuses a longer one quickly', () => {
    const ring = (length: number) =>
      parseClipboard(
        JSON.stringify({
          isobarClipboard: 1,
          nodes: Array.from({ length }, (_, index) =>
            exampleNode(`n${index}`, { parent: nodeId(`n${(index + 1) % length}`) }),
          ),
          connections: [],
        }),
      );
    const broken = ring(500);
    expect(
      broken.ok && broken.value.nodes.filter(({ parent }) => parent === undefined),
    ).toHaveLength(1);
    const start = performance.now();
    expect(ring(20_000)).toMatchObject({ ok: false, error: [{ code: 'too-deep' }] });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
