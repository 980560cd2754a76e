import { readFileSync } from 'node:fs';
import { commonConnectionProperties } from '../../catalog/common-properties.ts';
import type { PropertyTable } from '../../catalog/property.ts';
import { catalogFacts } from '../catalog.ts';
import type { CatalogFacts, ConnectionEntry, KindEntry } from '../catalog-facts.ts';

/*
 * The catalog that the tests of the rules use: Isobar's own, and for what it does not hold yet the plan in
 * planned-kinds.jsonl (one kind or connection type a line). What the catalog has is never taken from the plan.
 */
const lines = readFileSync(new URL('./planned-kinds.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const planned = lines.map(
  (line) => JSON.parse(line) as KindEntry | (ConnectionEntry & { preferred?: boolean }),
);

const kinds = new Map<string, KindEntry>(catalogFacts.kinds.map((entry) => [entry.kind, entry]));
const types = new Map<string, ConnectionEntry>();
const pairs = new Map<string, ConnectionEntry[]>();
for (const entry of planned) {
  if ('kind' in entry) {
    if (!kinds.has(entry.kind)) kinds.set(entry.kind, entry);
    continue;
  }
  if (catalogFacts.between(entry.from, entry.to).length > 0) continue;
  const properties = { ...commonConnectionProperties(entry.mechanism), ...entry.properties };
  types.set(entry.id, { ...entry, properties });
  const pair = `${entry.from} ${entry.to}`;
  const rows = pairs.get(pair) ?? [];
  if (entry.preferred) rows.unshift({ ...entry, properties });
  else rows.push({ ...entry, properties });
  pairs.set(pair, rows);
}

const properties = (kindOrType: string): PropertyTable | undefined =>
  catalogFacts.properties(kindOrType) ??
  kinds.get(kindOrType)?.properties ??
  types.get(kindOrType)?.properties;

export const testCatalog: CatalogFacts = {
  kinds: [...kinds.values()],
  kind: (kind) => kinds.get(kind),
  connectionType: (type) => catalogFacts.connectionType(type) ?? types.get(type),
  between: (from, to) => {
    const own = catalogFacts.between(from, to);
    return own.length > 0 ? own : (pairs.get(`${from} ${to}`) ?? []);
  },
  refusals: catalogFacts.refusals,
  properties,
  pinnedRegion: (kind) => kinds.get(kind)?.placement.pinnedRegion,
  isContainer: (kind) => kinds.get(kind)?.placement.isContainer ?? false,
  mechanismOf: (type) => catalogFacts.mechanismOf(type) ?? types.get(type)?.mechanism,
  conditionOf: (kindOrType, property) => properties(kindOrType)?.[property]?.when,
  defaultOf: (kindOrType, property) => {
    const table = properties(kindOrType);
    if (!table) return undefined;
    const definition = Object.hasOwn(table, property) ? table[property] : undefined;
    if (!definition) throw new Error(`${kindOrType} has no property ${property}`);
    return definition.default;
  },
};
