import { expect, it } from 'vitest';
import { snippetsOf } from './snippets.ts';

const made = {
  files: [
    { path: 'src/worker/index.mjs', text: 'export const handler = 1;\n' },
    {
      path: 'template.yaml',
      text: 'Resources:\n  Orders:\n    Type: A\n\n  Worker:\n    Type: B\n',
    },
  ],
  ranges: [
    { path: 'src/worker/index.mjs', first: 1, last: 1, owner: 'worker' },
    { path: 'template.yaml', first: 2, last: 4, owner: 'orders' },
    { path: 'template.yaml', first: 5, last: 6, owner: 'worker' },
  ],
  problems: [],
  errors: [],
};

it('cuts out what came from a node, the template first, and moves it to the left', () => {
  expect(snippetsOf(made, 'worker')).toEqual([
    { path: 'template.yaml', first: 5, text: 'Worker:\n  Type: B' },
    { path: 'src/worker/index.mjs', first: 1, text: 'export const handler = 1;' },
  ]);
  expect(snippetsOf(made, 'orders')).toEqual([
    { path: 'template.yaml', first: 2, text: 'Orders:\n  Type: A' },
  ]);
});

it('has nothing for what was not written', () => {
  expect(snippetsOf(made, 'nobody')).toEqual([]);
});
