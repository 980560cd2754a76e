import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../report/markdown.ts';
import { templateFiles } from '../testing/templates.ts';
import { exportMermaid } from './mermaid.ts';
import { exportSvg } from './svg.ts';

/*
 * The pictures and reports of the templates, kept as files: a change shows as a diff to be read.
 * `npm run golden` writes them. AWS's icons are not kept here; a square stands for each.
 */
const square = '<svg viewBox="0 0 64 64"><path d="M0 0h64v64H0z"/></svg>';

describe.each(templateFiles)('$title', ({ title, design }) => {
  const golden = (extension: string): string =>
    join(import.meta.dirname, 'golden', `${title}.${extension}.golden`);

  test.each(['light', 'dark'] as const)('is drawn as before: %s', async (theme) => {
    const svg = exportSvg(design, { theme, icon: () => square });
    await expect(svg).toMatchFileSnapshot(golden(`${theme}.svg`));
  });

  test('is written as Mermaid as before', async () => {
    await expect(exportMermaid(design)).toMatchFileSnapshot(golden('mmd'));
  });

  test('is reported as before', async () => {
    await expect(exportMarkdown(design)).toMatchFileSnapshot(golden('md'));
  });
});
