import type { ProblemEntry, ProblemGroup, ProblemList } from '../../store/problem-list.ts';

/*
 * Where each row of the list stands, so that only those in view need be drawn, however many there are.
 */

interface RowPlace {
  readonly key: string;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly height: number;
}

/** A heading: how many there are of a severity. */
export interface GroupRow extends RowPlace {
  readonly kind: 'group';
  readonly group: ProblemGroup;
  readonly count: number;
  readonly isFolded: boolean;
}

/** One finding; with its explanation when it is open. */
export interface EntryRow extends RowPlace {
  readonly kind: 'entry';
  readonly group: ProblemGroup;
  readonly entry: ProblemEntry;
  readonly isOpen: boolean;
  /** False when the row above is about the same node or connection. */
  readonly startsPlace: boolean;
  /** Its place in its group, counted from 1, and how many the group has. */
  readonly position: number;
  readonly size: number;
}

export type Row = GroupRow | EntryRow;

export interface RowLayout {
  readonly rows: readonly Row[];
  readonly height: number;
  readonly indexOf: ReadonlyMap<string, number>;
}

export const groupKey = (group: ProblemGroup): string => `group ${group}`;

/** Places all rows, one below the other. `openHeight` is that of the open entry, its own row included. */
export const layoutRows = (
  list: ProblemList,
  folded: ReadonlySet<ProblemGroup>,
  open: string | undefined,
  heights: { readonly row: number; readonly open: number },
): RowLayout => {
  const rows: Row[] = [];
  const indexOf = new Map<string, number>();
  let top = 0;
  const put = (row: Row): void => {
    indexOf.set(row.key, rows.length);
    rows.push(row);
    top += row.height;
  };
  for (const { group, entries } of list.groups) {
    const isFolded = folded.has(group);
    const key = groupKey(group);
    put({ kind: 'group', key, group, count: entries.length, isFolded, top, height: heights.row });
    if (isFolded) continue;
    let above: string | undefined;
    for (const [index, entry] of entries.entries()) {
      const isOpen = entry.key === open;
      const { at } = entry.finding;
      const id = at.kind === 'design' ? '' : at.id;
      put({
        kind: 'entry',
        key: entry.key,
        group,
        entry,
        isOpen,
        startsPlace: id !== above,
        position: index + 1,
        size: entries.length,
        top,
        height: isOpen ? heights.open : heights.row,
      });
      above = id;
    }
  }
  return { rows, height: top, indexOf };
};

/** The first row that ends below a height, by halving. */
const firstBelow = (rows: readonly Row[], y: number): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && row.top + row.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The rows to draw: those in view and some around, and the kept ones wherever they are, so that focus is not lost. */
export const rowsInView = (
  { rows, indexOf }: RowLayout,
  scrollTop: number,
  viewHeight: number,
  kept: readonly (string | undefined)[],
): readonly Row[] => {
  const around = 6;
  const first = Math.max(0, firstBelow(rows, scrollTop) - around);
  const end = Math.min(rows.length, firstBelow(rows, scrollTop + viewHeight) + 1 + around);
  const indexes = new Set<number>();
  for (let index = first; index < end; index += 1) indexes.add(index);
  for (const key of kept) {
    const index = key === undefined ? undefined : indexOf.get(key);
    if (index !== undefined) indexes.add(index);
  }
  return [...indexes].sort((a, b) => a - b).flatMap((index) => rows[index] ?? []);
};

/**
 * Where to scroll so that what was in view stays where it was, although rows above came or went: the row that the
 * person is at when it can be seen, else the first row in view that is still there.
 */
export const steadyScroll = (
  before: RowLayout,
  after: RowLayout,
  scrollTop: number,
  viewHeight: number,
  current: string | undefined,
): number => {
  if (before === after) return scrollTop;
  const shifted = (row: Row | undefined): number | undefined => {
    const now = row && after.rows[after.indexOf.get(row.key) ?? -1];
    return row && now ? now.top + scrollTop - row.top : undefined;
  };
  const own = current === undefined ? undefined : before.rows[before.indexOf.get(current) ?? -1];
  const isSeen = own && own.top + own.height > scrollTop && own.top < scrollTop + viewHeight;
  let result = isSeen ? shifted(own) : undefined;
  // At the top a new row may push the others down: it is news.
  if (result === undefined && scrollTop === 0) return 0;
  for (
    let index = firstBelow(before.rows, scrollTop);
    result === undefined && index < before.rows.length;
    index += 1
  )
    result = shifted(before.rows[index]);
  return Math.max(0, Math.min(result ?? scrollTop, after.height - viewHeight));
};

/** Where to scroll so that a row is in view, by the shortest way; its beginning counts most. */
export const scrollToShow = (row: Row, scrollTop: number, viewHeight: number): number => {
  const bottom = row.top + row.height - viewHeight;
  return Math.min(row.top, Math.max(scrollTop, bottom));
};
