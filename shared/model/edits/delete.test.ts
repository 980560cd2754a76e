import { describe, expect, test } from 'vitest';
import {
  connectionId,
  exampleConnection,
  exampleDesign,
  exampleNode,
  nodeId,
} from '../testing/example-design.ts';
import { absolutePosition } from '../tree.ts';
import { consequencesOfDelete, deleteItems, group, type IsReference, ungroup } from './index.ts';

const isReference: IsReference = (_owner, property) => property.endsWith('Ref');
const vpc = nodeId('vpc');
const subnet = nodeId('subnet');
const worker = nodeId('worker');
const queue = nodeId('queue');

const design = exampleDesign(
  [
    exampleNode('vpc', {
      position: { x: 100, y: 100 },
      properties: { logRef: 'queue', note: 'queue' },
    }),
    exampleNode('subnet', { position: { x: 10, y: 10 }, parent: vpc }),
    exampleNode('worker', {
      position: { x: 5, y: 5 },
      parent: subnet,
      properties: { listRef: ['queue', 'vpc'], onlyRef: ['queue'], viaRef: 'queue--worker' },
    }),
    exampleNode('queue'),
  ],
  [
    exampleConnection('queue', 'worker', { properties: { dlqRef: 'vpc' } }),
    exampleConnection('worker', 'vpc'),
  ],
  {
    suppressions: [
      { rule: 'a', at: 'queue', reason: 'r' },
      { rule: 'a', at: 'queue--worker', reason: 'r' },
      { rule: 'a', reason: 'r' },
    ],
  },
);

describe('deleteItems', () => {
  test('takes connections, references and suppressions with it, and nothing else', () => {
    const after = deleteItems([queue], { isReference })(design);
    expect(after.nodes.map(({ id }) => id)).toEqual(['vpc', 'subnet', 'worker']);
    expect(after.nodes[0]?.properties).toEqual({ note: 'queue' });
    expect(after.nodes[1]).toBe(design.nodes[1]);
    expect(after.nodes[2]?.properties).toEqual({ listRef: ['vpc'] });
    expect(after.connections).toEqual([design.connections[1]]);
    expect(after.suppressions).toEqual([{ rule: 'a', reason: 'r' }]);
  });

  test('moves what a container holds up to the next one that stays', () => {
    const one = deleteItems([subnet])(design);
    expect(one.nodes[1]).toMatchObject({ id: 'worker', parent: 'vpc', position: { x: 15, y: 15 } });
    const both = deleteItems([vpc, subnet])(design);
    expect(both.nodes[0]).toMatchObject({ id: 'worker', position: { x: 115, y: 115 } });
    expect(both.nodes[0]).not.toHaveProperty('parent');
  });

  test('can take what a container holds too', () => {
    const after = deleteItems([vpc], { children: 'delete' })(design);
    expect(after.nodes.map(({ id }) => id)).toEqual(['queue']);
    expect(after.connections).toEqual([]);
  });

  test('deletes a connection alone', () => {
    const after = deleteItems([connectionId('queue--worker')], { isReference })(design);
    expect(after.connections).toEqual([design.connections[1]]);
    expect(after.nodes[2]?.properties).not.toHaveProperty('viaRef');
    expect(after.nodes[0]).toBe(design.nodes[0]);
  });

  test('ends at a ring of parents', () => {
    const ring = exampleDesign([
      exampleNode('a', { parent: nodeId('b') }),
      exampleNode('b', { parent: nodeId('a') }),
    ]);
    expect(deleteItems([nodeId('a')])(ring).nodes).toEqual([exampleNode('b')]);
    expect(deleteItems([nodeId('a')], { children: 'delete' })(ring).nodes).toEqual([]);
  });

  test('does nothing for an id that is missing', () => {
    expect(deleteItems([nodeId('nobody')])(design)).toBe(design);
  });
});

test('consequencesOfDelete says what else goes', () => {
  expect(consequencesOfDelete(design, [queue], { isReference })).toEqual({
    nodes: [],
    connections: ['queue--worker'],
    movedUp: [],
    properties: [
      { id: 'vpc', property: 'logRef' },
      { id: 'worker', property: 'listRef' },
      { id: 'worker', property: 'onlyRef' },
      { id: 'worker', property: 'viaRef' },
    ],
    suppressions: [
      { rule: 'a', at: 'queue', reason: 'r' },
      { rule: 'a', at: 'queue--worker', reason: 'r' },
    ],
  });
  expect(consequencesOfDelete(design, [vpc])).toMatchObject({
    connections: ['worker--vpc'],
    movedUp: ['subnet'],
    properties: [],
  });
  expect(consequencesOfDelete(design, [vpc], { children: 'delete' })).toMatchObject({
    nodes: ['subnet', 'worker'],
    connections: ['queue--worker', 'worker--vpc'],
    movedUp: [],
  });
});

describe('group', () => {
  const id = nodeId('orders');
  const sizeOf = () => ({ width: 100, height: 50 });

  test('goes around its members, which stay where they are', () => {
    const after = group([worker, queue], { id, name: 'Orders', padding: 10, header: 20, sizeOf })(
      design,
    );
    const made = after.nodes.find((node) => node.id === id);
    expect(made).toEqual({
      id: 'orders',
      kind: 'group',
      name: 'Orders',
      position: { x: -10, y: -30 },
      size: { width: 235, height: 205 },
      properties: {},
    });
    for (const member of [worker, queue]) {
      expect(absolutePosition(after, member)).toEqual(absolutePosition(design, member));
      expect(after.nodes.find((node) => node.id === member)?.parent).toBe(id);
    }
  });

  test('stands in what holds all its members', () => {
    const twice = exampleDesign([
      ...design.nodes,
      exampleNode('second', { parent: subnet, position: { x: 9, y: 9 } }),
    ]);
    const after = group([worker, nodeId('second')], { id, name: 'Orders' })(twice);
    expect(after.nodes.at(-1)?.parent).toBe('subnet');
    expect(absolutePosition(after, worker)).toEqual(absolutePosition(twice, worker));
    expect(after.nodes.find((node) => node.id === worker)?.parent).toBe(id);
  });

  test('and ungroup takes it back; other containers are no groups', () => {
    const after = ungroup(id)(group([worker, queue], { id, name: 'Orders' })(design));
    expect(absolutePosition(after, worker)).toEqual(absolutePosition(design, worker));
    expect(after.nodes.map((node) => node.id)).toEqual(design.nodes.map((node) => node.id));
    expect(ungroup(vpc)(design)).toBe(design);
  });

  test('does nothing without members, or when its id is taken', () => {
    expect(group([nodeId('nobody')], { id, name: 'Orders' })(design)).toBe(design);
    expect(group([worker], { id: queue, name: 'Orders' })(design)).toBe(design);
  });
});
