import type { KindFacts } from '../graph/graph.ts';
import type { Json } from '../lib/json.ts';
import { commonConnectionProperties } from './common-properties.ts';
import type { ConnectionDefinition, Mechanism } from './connection.ts';
import { connections } from './connections/index.ts';
import { clientFinder } from './handlers/client.ts';
import { mechanisms } from './mechanisms/index.ts';
import type { PropertyDefinition, PropertyTable } from './property.ts';
import type { ServiceDefinition } from './service.ts';
import { services } from './services/index.ts';

const serviceByKind = new Map<string, ServiceDefinition>(
  services.map((service) => [service.kind, service]),
);
const connectionById = new Map(connections.map((connection) => [connection.id, connection]));
const mechanismById = new Map<string, Mechanism>(
  mechanisms.map((mechanism) => [mechanism.id, mechanism as Mechanism]),
);
const byPair = new Map<string, ConnectionDefinition[]>();
for (const row of connections) {
  const pair = `${row.from}→${row.to}`;
  const rows = byPair.get(pair);
  if (rows) rows.push(row);
  else byPair.set(pair, [row]);
}
// The usual way first; the others keep the order of their table.
for (const rows of byPair.values())
  rows.sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));

/** The definition of a kind; undefined for a kind that this version does not know. */
export const serviceOf = (kind: string): ServiceDefinition | undefined => serviceByKind.get(kind);

/** The definition of a connection type. */
export const connectionOf = (type: string): ConnectionDefinition | undefined =>
  connectionById.get(type);

/** The client behind an environment variable, by the kinds that variables of its name lead to. */
export const clientOf = clientFinder(services.flatMap(({ clients = [] }) => clients));

export const mechanismOf = (id: string): Mechanism | undefined => mechanismById.get(id);

/** All ways to connect two kinds in this direction, the usual one first. */
export const connectionsBetween = (from: string, to: string): readonly ConnectionDefinition[] =>
  byPair.get(`${from}→${to}`) ?? [];

/** The properties of a kind or of a connection type, those that every connection has included. */
export const propertiesOf = (kindOrType: string): PropertyTable | undefined =>
  serviceByKind.get(kindOrType)?.properties ?? connectionProperties(kindOrType);

const connectionTables = new Map<string, PropertyTable>();

const connectionProperties = (type: string): PropertyTable | undefined => {
  const present = connectionTables.get(type);
  if (present) return present;
  const definition = connectionById.get(type);
  if (!definition) return undefined;
  const table = { ...commonConnectionProperties(definition.mechanism), ...definition.properties };
  connectionTables.set(type, table);
  return table;
};

/** One property; undefined when the kind or type has none of that name. */
export const propertyOf = (
  kindOrType: string,
  property: string,
): PropertyDefinition | undefined => {
  const table = propertiesOf(kindOrType);
  return table && Object.hasOwn(table, property) ? table[property] : undefined;
};

/** What the graph asks of the catalog. */
export const kindFacts: KindFacts = {
  pinnedRegion: (kind) => serviceByKind.get(kind)?.placement.pinnedRegion,
  isContainer: (kind) => serviceByKind.get(kind)?.placement.isContainer ?? false,
  mechanismOf: (type) => connectionById.get(type)?.mechanism,
  endsOf: (type) => connectionById.get(type),
  conditionOf: (kindOrType, property) => propertyOf(kindOrType, property)?.when,
  defaultOf: (kindOrType, property): Json | undefined => {
    const table = propertiesOf(kindOrType);
    if (!table) return undefined;
    if (!Object.hasOwn(table, property))
      throw new Error(`${kindOrType} has no property ${property}`);
    return table[property]?.default;
  },
};

export { connections, mechanisms, services };
