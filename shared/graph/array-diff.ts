/** One id whose item came, went or was replaced. */
export interface ItemChange<T> {
  readonly id: string;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

export interface ArrayDiff<T> {
  readonly changes: readonly ItemChange<T>[];
  /** How often an id occurs, for those that occur more than once. */
  readonly duplicates: ReadonlyMap<string, number>;
}

const noDuplicates: ReadonlyMap<string, number> = new Map();

/**
 * What differs between two versions of a list. Edits share what they do not change, so comparing
 * references finds the changed stretch; only that is looked at. Of several items with one id the first counts.
 */
export const diffItems = <T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  duplicatesBefore: ReadonlyMap<string, number>,
  /** The present first item of an id, outside of the lists. */
  present: (id: string) => T | undefined,
): ArrayDiff<T> => {
  if (duplicatesBefore.size > 0) return diffAll(before, after);
  let start = 0;
  const shared = Math.min(before.length, after.length);
  while (start < shared && before[start] === after[start]) start++;
  if (start === before.length && start === after.length)
    return { changes: [], duplicates: noDuplicates };
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd--;
    afterEnd--;
  }
  const old = new Map<string, T>();
  for (let at = start; at < beforeEnd; at++) {
    const item = before[at];
    if (item) old.set(item.id, item);
  }
  const fresh = new Map<string, T>();
  for (let at = start; at < afterEnd; at++) {
    const item = after[at];
    if (!item) continue;
    if (fresh.has(item.id) || (!old.has(item.id) && present(item.id) !== undefined))
      return diffAll(before, after);
    fresh.set(item.id, item);
  }
  return { changes: changesBetween(old, fresh), duplicates: noDuplicates };
};

const diffAll = <T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): ArrayDiff<T> => {
  const { first, duplicates } = firstById(after);
  return { changes: changesBetween(firstById(before).first, first), duplicates };
};

const firstById = <T extends { readonly id: string }>(items: readonly T[]) => {
  const first = new Map<string, T>();
  const duplicates = new Map<string, number>();
  for (const item of items) {
    if (first.has(item.id)) duplicates.set(item.id, (duplicates.get(item.id) ?? 1) + 1);
    else first.set(item.id, item);
  }
  return { first, duplicates };
};

const changesBetween = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): readonly ItemChange<T>[] => {
  const changes: ItemChange<T>[] = [];
  for (const [id, item] of before) {
    const now = after.get(id);
    if (now !== item) changes.push({ id, before: item, after: now });
  }
  for (const [id, item] of after)
    if (!before.has(id)) changes.push({ id, before: undefined, after: item });
  return changes;
};
