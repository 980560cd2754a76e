import { expect, test } from 'vitest';
import { covers } from './certificate.ts';

test.each([
  ['example.com', 'example.com', true],
  ['Example.com', 'example.COM.', true],
  ['*.example.com', 'api.example.com', true],
  ['*.example.com', 'example.com', false],
  ['*.example.com', 'a.b.example.com', false],
  ['*.example.com', '*.example.com', true],
  ['api.example.com', 'www.example.com', false],
])('%s and %s: %s', (name, host, expected) => {
  expect(covers(name, host)).toBe(expected);
});
