import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportBoth } from './testing/both.ts';
import { hardCases } from './testing/cases/hard-cases.ts';
import { templateFiles } from './testing/templates.ts';

/*
 * What templates and hard cases export, kept as files: a change of an exporter shows as a diff to be read.
 * `npm run golden` writes them.
 */
const golden = join(import.meta.dirname, 'golden');
const cases = [...templateFiles, ...hardCases];

describe.each(cases)('$title', ({ title, design }) => {
  const { sam, cdk } = exportBoth(design);
  test.each([
    ['sam', sam],
    ['cdk', cdk],
  ] as const)('exports the same files as before: %s', async (target, { files, problems }) => {
    expect(problems).toEqual([]);
    const folder = join(golden, title, target);
    for (const { path, text } of files)
      await expect(text).toMatchFileSnapshot(join(folder, `${path}.golden`));
    const present = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(present.sort()).toEqual(files.map(({ path }) => `${path}.golden`).sort());
  });

  test('gives the same bytes for the same design', () => {
    const shuffled = {
      ...design,
      nodes: [...design.nodes].reverse(),
      connections: [...design.connections].reverse(),
    };
    const again = exportBoth(shuffled);
    expect(again.sam.files).toEqual(sam.files);
    expect(again.cdk.files).toEqual(cdk.files);
  });
});
