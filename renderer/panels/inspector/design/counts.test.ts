import { expect, it } from 'vitest';
import { orderDesign } from '../../../../shared/model/testing/order-design.ts';
import { countsOf, kindCounts } from './counts.ts';

it('says how large a design is', () => {
  expect(countsOf({ nodes: orderDesign.nodes.slice(0, 1), connections: [] })).toBe(
    '1 node, 0 connections',
  );
});

it('counts kinds, the most frequent first', () => {
  const counts = kindCounts(orderDesign.nodes);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(orderDesign.nodes.length);
  expect(counts.map(({ count }) => count)).toEqual(
    counts.map(({ count }) => count).sort((a, b) => b - a),
  );
});
