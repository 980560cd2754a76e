import { expect, test } from 'vitest';
import { fifoName } from './fifo.ts';

test('gives the ending of FIFO names once, and takes it away', () => {
  expect(fifoName('orders', true)).toBe('orders.fifo');
  expect(fifoName('orders.fifo', true)).toBe('orders.fifo');
  expect(fifoName('orders.fifo', false)).toBe('orders');
  expect(fifoName('orders', false)).toBe('orders');
  expect(fifoName('.fifo', false)).toBe('');
});

test('keeps names short enough', () => {
  expect(fifoName('o'.repeat(80), true)).toBe(`${'o'.repeat(75)}.fifo`);
});
