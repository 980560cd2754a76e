import type { SourceRange } from './exported.ts';

/** The lines that came from any of these nodes and connections, those that touch as one; `owner` is the first's. */
export const rangesOf = (
  ranges: readonly SourceRange[],
  ids: ReadonlySet<string>,
): readonly SourceRange[] => {
  const found: SourceRange[] = [];
  for (const range of ranges) {
    if (!ids.has(range.owner)) continue;
    const previous = found.at(-1);
    if (previous && previous.path === range.path && range.first <= previous.last + 1)
      found[found.length - 1] = { ...previous, last: Math.max(previous.last, range.last) };
    else found.push(range);
  }
  return found;
};

/** The node or connection that a line came from: of several the one that brought the fewest lines around it. */
export const ownerAt = (
  ranges: readonly SourceRange[],
  path: string,
  line: number,
): string | undefined => {
  let best: SourceRange | undefined;
  for (const range of ranges) {
    if (range.path !== path || line < range.first || line > range.last) continue;
    if (!best || range.last - range.first <= best.last - best.first) best = range;
  }
  return best?.owner;
};
