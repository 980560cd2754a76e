import { expect, test } from 'vitest';
import type { Design } from '../../../shared/model/design.ts';
import { findInDesign } from './find-in-design.ts';

const design = {
  formatVersion: 1,
  name: 'Shop',
  region: 'eu-west-1',
  nodes: [
    {
      id: 'reorder',
      kind: 'lambda',
      name: 'Reorder',
      position: { x: 0, y: 0 },
      properties: { timeout: 30, environment: { TABLE: 'orders' } },
    },
    { id: 'q', kind: 'sqs-queue', name: 'Orders', position: { x: 0, y: 0 }, properties: {} },
  ],
  connections: [
    { id: 'c', type: 'sqs-to-lambda', from: 'q', to: 'reorder', properties: { batchSize: 25 } },
  ],
} as unknown as Design;
const find = (typed: string) =>
  findInDesign(typed, design, {
    titleOf: (kind) => (kind === 'lambda' ? 'Lambda function' : 'SQS queue'),
    labelOf: () => 'batch 25',
  }).map(({ id, line }) => [id, line]);

test('nothing typed finds nothing', () => expect(find(' ')).toEqual([]));

test('a name that begins so comes first, connections last', () => {
  expect(find('order')).toEqual([
    ['q', 'SQS queue'],
    ['reorder', 'Lambda function'],
    ['c', 'batch 25'],
  ]);
});

test('a property is found by name and value, and said', () => {
  expect(find('timeout')).toEqual([['reorder', 'timeout: 30']]);
  expect(find('TABLE orders')).toEqual([['reorder', 'environment: {"TABLE":"orders"}']]);
  expect(find('batchsize')).toEqual([['c', 'batchSize: 25']]);
});

test('every word must be there', () => {
  expect(find('lambda reorder')).toContainEqual(['reorder', 'Lambda function']);
  expect(find('lambda nothing')).toEqual([]);
});

test('letters that are scattered do not count', () => expect(find('odr')).toEqual([]));
