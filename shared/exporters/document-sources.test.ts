import { describe, expect, test } from 'vitest';
import { designWithSources } from './document-sources.ts';
import { exportMermaid, mermaidLines } from './picture/mermaid.ts';
import { templateFiles } from './testing/templates.ts';

describe.each(templateFiles.map((item) => [item.title, item] as const))('%s', (_title, item) => {
  test('has each node and connection at its lines of the file', () => {
    const { text, ranges } = designWithSources(item.design, 'shop');
    const lines = text.split('\n');
    const wholes = [...item.design.nodes, ...item.design.connections];
    expect(new Set(ranges.map(({ owner }) => owner))).toEqual(new Set(wholes.map(({ id }) => id)));
    for (const { first, last, owner } of ranges) {
      const part = lines
        .slice(first - 1, last)
        .join('\n')
        .trim()
        .replace(/,$/, '');
      expect(JSON.parse(part)).toMatchObject({ id: owner });
    }
  });

  test('has each node at one line of the flowchart', () => {
    const lines = mermaidLines(item.design);
    expect(lines.map(({ text }) => text).join('\n')).toBe(exportMermaid(item.design));
    const owners = lines.flatMap(({ owner }) => owner ?? []);
    expect(new Set(owners).size).toBe(owners.length);
    for (const { id } of item.design.nodes) expect(owners).toContain(id);
  });
});
