import { propertyOf } from '../../catalog/catalog.ts';
import type { Graph, Subject } from '../../graph/graph.ts';
import { isNode } from '../../graph/property-values.ts';
import type { Json } from '../../lib/json.ts';
import { inlineText } from '../../lib/markdown.ts';
import { compareText } from '../../lib/order.ts';
import { shorten } from '../../lib/problem.ts';

/** A Markdown table with an empty line after it; nothing for no rows. The cells are Markdown already. */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] =>
  rows.length === 0 ? [] : [rowOf(heads), rowOf(heads.map(() => '---')), ...rows.map(rowOf), ''];

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A value in a few words, inert. */
const valueText = (value: Json, unit?: string): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const inert = inlineText(shorten(text, 80));
  return typeof value === 'number' && unit !== undefined ? `${inert} ${unit}` : inert;
};

/** What the design itself sets, in the order of the catalog; settings that the catalog does not know come last. */
export const settingsOf = (graph: Graph, subject: Subject): string => {
  const kindOrType = isNode(subject) ? subject.kind : subject.type;
  return Object.entries(subject.properties)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, value]) => {
      const definition = propertyOf(kindOrType, name);
      if (value === null || value === definition?.default) return [];
      const target =
        definition?.type === 'node-ref' ? graph.nodeRef(subject, name)?.name : undefined;
      return [
        `${inlineText(name)}: ${target === undefined ? valueText(value, definition?.unit) : inlineText(target)}`,
      ];
    })
    .join('<br>');
};
