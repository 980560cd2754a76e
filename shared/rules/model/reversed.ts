import type { CatalogFacts, ConnectionEntry } from '../catalog-facts.ts';

/**
 * The type that a connection would have if it were turned round: the same type, or the only one there is.
 * Undefined when the direction is not what is wrong: it is legal as it is, or the catalog knows a better reason
 * why these two are not connected in this way.
 */
export const reversedType = (
  catalog: CatalogFacts,
  type: string,
  from: string,
  to: string,
): ConnectionEntry | undefined => {
  if (catalog.between(from, to).length > 0) return undefined;
  const reversed = catalog.between(to, from);
  const same = reversed.find(({ id }) => id === type);
  if (same) return same;
  const refusals = catalog.refusals(from, to);
  if (refusals.some(({ level }) => level !== 'wrong-direction')) return undefined;
  return reversed.length === 1 || refusals.length > 0 ? reversed[0] : undefined;
};
