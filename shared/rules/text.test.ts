import { expect, test } from 'vitest';
import { closest, editDistance } from './model/closest.ts';
import {
  counted,
  fillMessage,
  formatBytes,
  formatDuration,
  formatNumber,
  listOf,
  utf8Length,
} from './text.ts';

test('numbers, durations and sizes read the same on every machine', () => {
  expect([0, 999, 1000, 1234567, -4200, 0.5, 1234.25].map(formatNumber)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-4,200',
    '0.5',
    '1,234.25',
  ]);
  expect([1, 90, 120, 900, 3600, 86_400, 1_209_600, 0.5].map(formatDuration)).toEqual([
    '1 second',
    '90 seconds',
    '2 minutes',
    '15 minutes',
    '1 hour',
    '1 day',
    '14 days',
    '0.5 seconds',
  ]);
  expect([512, 4096, 1_572_864, 5 * 1024 ** 3].map(formatBytes)).toEqual([
    '512 bytes',
    '4 KB',
    '1.5 MB',
    '5 GB',
  ]);
  expect([counted(1, 'zone'), counted(2, 'zone'), counted(2, 'entry', 'entries')]).toEqual([
    '1 zone',
    '2 zones',
    '2 entries',
  ]);
});

test('lists', () => {
  expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
});

test('sizes in UTF-8', () => {
  for (const text of ['', 'abc', 'é', '語', '🚀', 'a🚀é'])
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
});

test('slots are filled once, whatever the data holds', () => {
  expect(fillMessage('{a} and {b}', { a: '{b}', b: 1200 })).toBe('{b} and 1,200');
  expect(fillMessage('{toString} {a}', { a: '$&' })).toBe('{toString} $&');
});

test('similar words', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(closest('lamdba', ['sqs-queue', 'lambda', 'lambda-edge'])).toBe('lambda');
  expect(closest('quantum', ['lambda', 'sqs-queue'])).toBeUndefined();
  expect(closest('a'.repeat(100_000), ['lambda'])).toBeUndefined();
});
