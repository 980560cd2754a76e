import { serviceOf } from '../../catalog/catalog.ts';
import { summaryOf } from '../../catalog/summary.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import { inlineText } from '../../lib/markdown.ts';
import { settingsOf, table } from './table.ts';

/** What stands where: one table for each container, and one for what stands in none. */
export const resourceSection = (graph: Graph): readonly string[] => {
  const groups = new Map<string, Node[]>();
  for (const node of graph.nodes()) {
    const title = placeOf(graph, node);
    const known = groups.get(title);
    if (known) known.push(node);
    else groups.set(title, [node]);
  }
  const titles = [...groups.keys()].sort((a, b) => (a === '' ? -1 : b === '' ? 1 : a < b ? -1 : 1));
  return [
    '## Resources',
    '',
    ...(titles.length === 0 ? ['None yet.', ''] : []),
    ...titles.flatMap((title) => [
      `### ${title === '' ? 'Outside of containers' : title}`,
      '',
      ...table(
        ['Name', 'Kind', 'In short', 'Settings'],
        (groups.get(title) ?? []).map((node) => [
          inlineText(node.name),
          inlineText(serviceOf(node.kind)?.title ?? node.kind),
          inlineText(shortOf(graph, node)),
          settingsOf(graph, node),
        ]),
      ),
    ]),
  ];
};

/** `Ireland › Network › Private`; empty for the canvas itself. */
const placeOf = (graph: Graph, node: Node): string =>
  [...graph.ancestors(node)]
    .reverse()
    .map(({ name }) => inlineText(name))
    .join(' › ');

const shortOf = (graph: Graph, node: Node): string => {
  const summary = summaryOf(graph, node);
  return summary === (serviceOf(node.kind)?.title ?? node.kind) ? '' : summary;
};
