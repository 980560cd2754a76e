import { connectionOf, kindFacts, serviceOf } from '../../catalog/catalog.ts';
import type { Delivery } from '../../catalog/connection.ts';
import { labelOf } from '../../catalog/connection-label.ts';
import { isContainer } from '../../catalog/node-size.ts';
import type { Category } from '../../catalog/service.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { sortedBy } from '../../lib/order.ts';
import type { Design, Node } from '../../model/design.ts';
import { logicalIds } from '../../model/logical-id.ts';
import { childrenOf, findNode } from '../../model/tree.ts';
import { titleOfKind } from './boxes.ts';
import { oneLine } from './text.ts';

/*
 * Mermaid, for READMEs: its own layout, so only what is connected to what and what stands in what.
 */

/** Brackets by category: rounded for who calls, a cylinder for what stores, a box for the rest. */
const brackets: Partial<Record<Category, readonly [string, string]>> = {
  actor: ['([', '])'],
  database: ['[(', ')]'],
  storage: ['[(', ')]'],
};
const box = ['[', ']'] as const;

/** The design as a Mermaid flowchart. Pure: the same design gives the same bytes. */
export const exportMermaid = (design: Design): string =>
  mermaidLines(design)
    .map(({ text }) => text)
    .join('\n');

/** A line of the flowchart, and the node or connection it draws. */
export interface MermaidLine {
  readonly text: string;
  readonly owner?: string;
}

/** The flowchart, line by line. */
export const mermaidLines = (design: Design): readonly MermaidLine[] => {
  const graph = createGraph(kindFacts, design);
  const ids = logicalIds(design);
  // In front of every id: no node may be called `end` or `graph`.
  const idOf = (node: Node): string => `n_${ids.get(node.id) ?? ''}`;
  const seen = new Set<string>();
  const connected = sortedBy(design.connections, ({ id }) => id).flatMap((connection) => {
    const from = findNode(design, connection.from);
    const to = findNode(design, connection.to);
    if (!from || !to || seen.has(connection.id) || isWithin(design, from, to)) return [];
    seen.add(connection.id);
    return [{ connection, from, to }];
  });
  const lines = connected.map(({ connection, from, to }) => {
    const delivery = connectionOf(connection.type)?.delivery;
    const label = escapeLabel(labelOf(graph, connection).text);
    const text = label === '' ? '' : `|"${label}"|`;
    return {
      text: `  ${idOf(from)} ${arrowOf(delivery)}${text} ${idOf(to)}`,
      owner: connection.id,
    };
  });
  const title = escapeFrontMatter(design.name);
  const plain = (texts: readonly string[]): readonly MermaidLine[] =>
    texts.map((text) => ({ text }));
  return [
    ...plain(title === '' ? [] : ['---', `title: ${title}`, '---']),
    ...plain(['flowchart LR']),
    ...nodeLines(design, idOf),
    ...lines,
    ...plain(
      linkStyles(connected.map(({ connection }) => connectionOf(connection.type)?.delivery)),
    ),
    ...plain(['']),
  ];
};

const nodeLines = (design: Design, idOf: (node: Node) => string): readonly MermaidLine[] => {
  const lines: MermaidLine[] = [];
  const written = new Set<string>();
  // A stack instead of a recursion: nobody knows how deep a drawing nests.
  const start = (roots: readonly Node[]): void => {
    const waiting: { readonly node?: Node; readonly depth: number }[] = [];
    const push = (nodes: readonly Node[], depth: number): void => {
      for (const node of sortedBy(nodes, ({ id }) => id).reverse()) waiting.push({ node, depth });
    };
    push(roots, 1);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, depth } = next;
      const indent = '  '.repeat(Math.min(depth, 20));
      if (!node) {
        lines.push({ text: `${indent}end` });
        continue;
      }
      if (written.has(node.id)) continue;
      written.add(node.id);
      const held = childrenOf(design, node.id);
      const kind = titleOfKind(node.kind);
      const name = escapeLabel(node.name);
      if (isContainer(node) || held.length > 0) {
        lines.push({
          text: `${indent}subgraph ${idOf(node)}["${name === '' ? escapeLabel(kind) : name}"]`,
          owner: node.id,
        });
        waiting.push({ depth });
        push(held, depth + 1);
        continue;
      }
      const service = serviceOf(node.kind);
      const [open, close] = (service && brackets[service.category]) ?? box;
      const label = name === '' ? escapeLabel(kind) : `${name}<br>${escapeLabel(kind)}`;
      lines.push({ text: `${indent}${idOf(node)}${open}"${label}"${close}`, owner: node.id });
    }
  };
  start(
    design.nodes.filter(
      ({ parent }) => parent === undefined || findNode(design, parent) === undefined,
    ),
  );
  // What is left stands in a ring of parents.
  for (const node of sortedBy(design.nodes, ({ id }) => id))
    if (!written.has(node.id)) start([node]);
  return lines;
};

const isWithin = (design: Design, from: Node, to: Node): boolean => {
  const within = (inner: Node, outer: Node): boolean => {
    const seen = new Set<string>();
    let { parent } = inner;
    while (parent !== undefined && !seen.has(parent)) {
      if (parent === outer.id) return true;
      seen.add(parent);
      parent = findNode(design, parent)?.parent;
    }
    return false;
  };
  return within(from, to) || within(to, from);
};

const arrowOf = (delivery: Delivery | undefined): string =>
  delivery === undefined || delivery === 'sync' || delivery === 'config' ? '-->' : '-.->';

/** What the two arrows cannot say: finer dots for what is fetched, thin and grey for what does not flow. */
const linkStyles = (deliveries: readonly (Delivery | undefined)[]): readonly string[] => {
  const style = (which: readonly Delivery[], text: string): readonly string[] => {
    const numbers = deliveries.flatMap((delivery, at) =>
      delivery !== undefined && which.includes(delivery) ? [at] : [],
    );
    return numbers.length === 0 ? [] : [`  linkStyle ${numbers.join(',')} ${text}`];
  };
  return [
    ...style(['poll', 'stream'], 'stroke-dasharray:1 4,stroke-linecap:round'),
    ...style(['config'], 'stroke:#94a3b8,stroke-width:1px'),
  ];
};

/**
 * Text inside a quoted label. Everything that is neither letter, digit, blank nor one of a few harmless marks
 * becomes a numbered entity, so that nothing of it is markup, a bracket, a quote, Markdown or a keyword.
 */
export const escapeLabel = (text: string): string => {
  const line = oneLine(text);
  const short = [...line].length > 120 ? `${[...line].slice(0, 119).join('')}…` : line;
  return (
    [...short]
      .map((character) =>
        /[\p{L}\p{N}\p{M} .,…/·()-]/u.test(character)
          ? character
          : `#${character.codePointAt(0) ?? 63};`,
      )
      .join('')
      // Markdown makes a list of `1. ` and `- `; a word joiner in front keeps it a text.
      .replace(/^(?=(?:\d+[.)]|-) )/, '#8288;')
  );
};

/** A title in the front matter: a double quoted YAML scalar, ASCII only, and inert for Mermaid as well. */
const escapeFrontMatter = (text: string): string => {
  const label = escapeLabel(text);
  if (label === '') return '';
  const escaped = JSON.stringify(label).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped;
};
