import { compareText } from '../lib/order.ts';
import type { ConnectionFilter } from './graph.ts';

/** True when a connection with these traits passes the filter. */
export const matches = (
  filter: ConnectionFilter,
  type: string,
  mechanism: string | undefined,
  kind: string | undefined,
): boolean =>
  isOneOf(type, filter.type) && isOneOf(mechanism, filter.mechanism) && isOneOf(kind, filter.kind);

const isOneOf = (
  text: string | undefined,
  wanted: string | readonly string[] | undefined,
): boolean =>
  wanted === undefined ||
  (typeof wanted === 'string' ? wanted === text : text !== undefined && wanted.includes(text));

const nothing: readonly never[] = [];

/** Several sorted lists as one sorted list without repetition. */
export const mergeItems = <T extends { readonly id: string }>(
  lists: readonly (readonly T[])[],
): readonly T[] => {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  const byId = new Map<string, T>();
  for (const list of lists) for (const item of list) byId.set(item.id, item);
  return [...byId.values()].sort((a, b) => compareText(a.id, b.id));
};

/** What `pick` gives for the items, each id once, sorted. */
export const uniqueById = <T, U extends { readonly id: string }>(
  items: readonly T[],
  pick: (item: T) => U | undefined,
): readonly U[] => {
  const [first] = items;
  if (first === undefined) return nothing;
  if (items.length === 1) {
    const only = pick(first);
    return only ? [only] : [];
  }
  return mergeItems([[], items.flatMap((item) => pick(item) ?? [])]);
};
