import { serviceOf } from '../../../../shared/catalog/catalog.ts';
import type { Design, Node } from '../../../../shared/model/design.ts';

const counted = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;

/** How large a design is, in one line. */
export const countsOf = ({ nodes, connections }: Pick<Design, 'nodes' | 'connections'>): string =>
  `${counted(nodes.length, 'node')}, ${counted(connections.length, 'connection')}`;

/** How many there are of each kind, the most frequent first: `3 Lambda functions, 1 SQS queue`. */
export const kindCounts = (
  nodes: readonly Node[],
): readonly { readonly kind: string; readonly title: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, title: serviceOf(kind)?.title ?? kind, count }))
    .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title));
};
