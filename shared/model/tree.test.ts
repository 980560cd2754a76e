import { expect, test } from 'vitest';
import { exampleDesign, exampleNode, nodeId } from './testing/example-design.ts';
import {
  absolutePosition,
  ancestorsOf,
  childrenOf,
  descendantsOf,
  findNode,
  outermost,
} from './tree.ts';

const at = (id: string, parent?: string) =>
  exampleNode(id, {
    position: { x: 10, y: 1 },
    ...(parent === undefined ? {} : { parent: nodeId(parent) }),
  });

const design = exampleDesign([
  at('region'),
  at('vpc', 'region'),
  at('subnet', 'vpc'),
  at('fn', 'subnet'),
  at('lost', 'nobody'),
  at('ring-a', 'ring-b'),
  at('ring-b', 'ring-a'),
]);
const ids = (nodes: Iterable<{ readonly id: string }>) => [...nodes].map(({ id }) => id);

test('who holds whom', () => {
  expect(findNode(design, 'fn')).toBe(design.nodes[3]);
  expect(findNode(design, 'toString')).toBeUndefined();
  expect(ids(childrenOf(design, 'vpc'))).toEqual(['subnet']);
  expect(ids(ancestorsOf(design, 'fn'))).toEqual(['subnet', 'vpc', 'region']);
  expect([...descendantsOf(design, ['vpc', 'fn'])]).toEqual(['subnet']);
  expect(ids(outermost(design, ['fn', 'vpc', 'lost', 'nobody']))).toEqual(['vpc', 'lost']);
});

test('a parent that is missing and a ring of parents end the way up and down', () => {
  expect(ancestorsOf(design, 'lost')).toEqual([]);
  expect(ids(ancestorsOf(design, 'ring-a'))).toEqual(['ring-b']);
  expect([...descendantsOf(design, ['ring-a'])]).toEqual(['ring-b']);
  expect(absolutePosition(design, 'ring-a')).toEqual({ x: 20, y: 2 });
});

test('places on the canvas add up', () => {
  expect(absolutePosition(design, 'fn')).toEqual({ x: 40, y: 4 });
  expect(absolutePosition(design, undefined)).toEqual({ x: 0, y: 0 });
});
