import { expect, test } from 'vitest';
import { safeFileName, withDesignEnding } from './file-names.ts';
import { outputPathProblem } from './output-path.ts';

test.each([
  ['Orders', 'Orders'],
  ['../../etc/passwd', 'etc-passwd'],
  ['"></script>', 'script-'],
  ['a/b:c*d?e', 'a-b-c-d-e'],
  ['line\nbreak', 'line-break'],
  ['', 'design'],
  ['...', 'design'],
  ['CON', '_CON'],
  ['nul.json', '_nul.json'],
  ['Bestellung 🚀', 'Bestellung 🚀'],
])('%j is called %j on disk', (given, expected) => {
  const name = safeFileName(given);
  expect(name).toBe(expected);
  expect(outputPathProblem(name)).toBeUndefined();
});

test('a name is cut, but never within a character', () => {
  const name = safeFileName(`${'x'.repeat(99)}🚀${'y'.repeat(500)}`);
  expect(name).toBe('x'.repeat(99));
});

test('designs get their ending once', () => {
  expect(withDesignEnding('orders')).toBe('orders.isobar.json');
  expect(withDesignEnding('orders.isobar.json')).toBe('orders.isobar.json');
  expect(withDesignEnding('orders.JSON')).toBe('orders.JSON');
});
