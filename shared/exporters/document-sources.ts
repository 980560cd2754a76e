import { locateInJson } from '../lib/json-text.ts';
import { sortedBy } from '../lib/order.ts';
import type { Design } from '../model/design.ts';
import { serialiseDesign } from '../model/serialise.ts';
import type { SourceRange } from './exported.ts';

/** The text of a design's file, and whose each line is. */
export const designWithSources = (
  design: Design,
  path: string,
): { readonly text: string; readonly ranges: readonly SourceRange[] } => {
  const text = serialiseDesign(design);
  return {
    text,
    ranges: [
      ...rangesIn(text, path, 'nodes', design.nodes),
      ...rangesIn(text, path, 'connections', design.connections),
    ],
  };
};

/** The file lists nodes and connections by id; each one ends where the next begins, the last one with its list. */
const rangesIn = (
  text: string,
  path: string,
  list: 'nodes' | 'connections',
  items: readonly { readonly id: string }[],
): readonly SourceRange[] => {
  if (items.length === 0) return [];
  const places = locateInJson(
    text,
    items.map((_, at) => [list, at]),
  );
  const lines = text.split('\n');
  const lastPlace = places.at(-1)?.line ?? 1;
  const closing = lines.findIndex((line, at) => at >= lastPlace - 1 && /^ {2}\]/.test(line));
  return sortedBy(items, ({ id }) => id).map(({ id }, at) => ({
    path,
    first: places[at]?.line ?? 1,
    last: (places[at + 1]?.line ?? (closing < 0 ? lines.length : closing + 1)) - 1,
    owner: id,
  }));
};
