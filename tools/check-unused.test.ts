import { expect, test } from 'vitest';
import { mendsFor } from './check-unused.mjs';

test('every sort of finding comes with how it is mended', () => {
  const report = [
    'Unused files (1)',
    'shared/lib/left-over.ts',
    'Unused exports (2)',
    'left   shared/lib/a.ts:1:14',
    'Unlisted dependencies (1)',
    'left-pad  tools/a.mjs:1:8',
    'Something New (1)',
  ].join('\n');
  expect(mendsFor(report)).toEqual([
    expect.stringMatching(/^Unused files: .*Delete it/),
    expect.stringMatching(/^Unused exports: .*Take `export` away/),
    expect.stringMatching(/^Unlisted dependencies: .*npm install/),
    expect.stringMatching(/^Something New: see knip\.dev/),
  ]);
});

test('nothing found, nothing to mend', () => expect(mendsFor('')).toEqual([]));
