import { expect, test } from 'vitest';
import { exampleDesign, exampleNode, nodeId } from '../../model/testing/example-design.ts';
import { readingOrder } from './reading-order.ts';

test('rows from the top, each from the left, a container before what it holds', () => {
  const vpc = nodeId('vpc');
  const design = exampleDesign([
    exampleNode('below', { position: { x: 0, y: 400 } }),
    exampleNode('right', { position: { x: 900, y: 0 } }),
    exampleNode('left', { position: { x: 0, y: 20 } }),
    exampleNode('in-right', { parent: vpc, position: { x: 300, y: 60 } }),
    exampleNode('in-left', { parent: vpc, position: { x: 30, y: 70 } }),
    exampleNode('vpc', {
      kind: 'vpc',
      position: { x: 300, y: 10 },
      size: { width: 560, height: 200 },
    }),
  ]);
  expect(readingOrder(design)).toEqual(['left', 'vpc', 'in-left', 'in-right', 'right', 'below']);
});

test('every node once, whatever the parents say', () => {
  const ring = exampleDesign([
    exampleNode('a', { parent: nodeId('b') }),
    exampleNode('b', { parent: nodeId('a') }),
    exampleNode('c', { parent: nodeId('nobody') }),
  ]);
  expect([...readingOrder(ring)].sort()).toEqual(['a', 'b', 'c']);
});
