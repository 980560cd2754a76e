import { expect, test } from 'vitest';
import { numbered, type PhysicalName, physicalNames, sanitise } from './physical-name.ts';

const queue = physicalNames['sqs-queue'] as PhysicalName;

test.each([
  ['orders create!', 'orders-create'],
  ['bestellung für.fifo', 'bestellung-f-r.fifo'],
  ['a'.repeat(90), 'a'.repeat(80)],
])('makes %s a name', (name, expected) => {
  expect(sanitise(name, queue)).toBe(expected);
});

test.each([
  ['orders', 'orders-2'],
  ['orders.fifo', 'orders-2.fifo'],
  ['a'.repeat(80), `${'a'.repeat(78)}-2`],
])('numbers %s', (name, expected) => {
  expect(numbered(name, 2, 80)).toBe(expected);
});
