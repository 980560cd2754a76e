import type { Json, JsonObject } from '../../../../shared/lib/json.ts';

/** A row of a table of names and values; the value may still be missing. */
export interface Pair {
  readonly name: string;
  readonly value: Json | undefined;
}

/** The rows for an object. */
export const pairsOf = (map: JsonObject): readonly Pair[] =>
  Object.entries(map).map(([name, value]) => ({ name, value }));

/** The object that rows stand for, and what is wrong with them. A row without a name waits; of two equal names the first counts. */
export const readPairs = (
  pairs: readonly Pair[],
): { readonly map: JsonObject; readonly problem: string | undefined } => {
  const map = new Map<string, Json>();
  let problem: string | undefined;
  for (const { name, value } of pairs) {
    if (name === '') {
      if (value !== undefined) problem ??= 'Every value needs a name.';
      continue;
    }
    if (map.has(name)) problem ??= `Two have the name ${name}; only the first counts.`;
    else map.set(name, value ?? '');
  }
  return { map: Object.fromEntries(map), problem };
};
