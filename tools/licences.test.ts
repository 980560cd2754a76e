import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { licencesOf, packageOf } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('packageOf', () => {
  test.each([
    ['/p/node_modules/react/index.js', 'react'],
    ['\0/p/node_modules/@mantine/core/esm/Button.mjs?x', '@mantine/core'],
    ['/p/node_modules/a/node_modules/b/c.js', 'b'],
  ])('%s is of %s', (id, name) => expect(packageOf(id)?.name).toBe(name));

  test.each(['/p/renderer/app/main.tsx', '/p/node_modules/.cache/isobar/a.svg', '\0virtual:icons'])(
    '%s is no package',
    (id) => expect(packageOf(id)).toBeUndefined(),
  );
});

test('a licence has its text', () => {
  const licences = licencesOf(root, [`${root}node_modules/react/index.js`]);
  expect(licences.find(({ name }) => name === 'react')).toMatchObject({ licence: 'MIT' });
  expect(licences.find(({ name }) => name === 'react')?.text).toContain(
    'Permission is hereby granted',
  );
  expect(licences.map(({ name }) => name)).toContain('elkjs');
});
