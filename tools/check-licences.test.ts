import { expect, test } from 'vitest';
import { licenceProblems } from './check-licences.mjs';

const licence = { name: 'left-pad', version: '1.0.0', licence: 'MIT', text: 'Permission is …' };

test('a licence that asks for more than its name is refused', () => {
  expect(licenceProblems([licence, { ...licence, licence: 'AGPL-3.0-only' }])).toEqual([
    expect.stringContaining('left-pad 1.0.0 is under AGPL-3.0-only, which may not be shipped'),
  ]);
  expect(licenceProblems([{ ...licence, licence: '' }])).toHaveLength(1);
});

test('a licence without its text is refused, but where its authors give none', () => {
  expect(licenceProblems([{ ...licence, text: '' }])).toEqual([
    expect.stringContaining('no text of its licence'),
  ]);
  expect(licenceProblems([{ ...licence, name: 'react-remove-scroll-bar', text: '' }])).toEqual([]);
});
