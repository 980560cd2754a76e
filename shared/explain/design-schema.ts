import { connections, propertiesOf, services } from '../catalog/catalog.ts';
import { regions } from '../catalog/regions.ts';
import { firstSentence, titleOf } from '../connecting/words.ts';
import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts';
import { designJsonSchema } from '../model/json-schema.ts';
import { rules } from '../rules/index.ts';
import { quotas } from '../rules/limits.ts';
import { leftToOthers } from '../rules/model/property-checks.ts';
import { insteadSchema, intrinsicSchema, newDefinitions, tableSchema } from './property-schema.ts';

/*
 * The JSON Schema that editors complete a design by: the parser's own, with what each kind and each connection type
 * takes.
 */

/** The object at a path of keys; the parser's schema has it, or this is a mistake. */
const at = (schema: JsonObject, ...path: readonly string[]): JsonObject => {
  let value: Json | undefined = schema;
  for (const key of path) value = isJsonObject(value) ? value[key] : undefined;
  if (!isJsonObject(value)) throw new Error(`The schema of a design has no ${path.join('.')}.`);
  return value;
};

/** The object with one field of its `properties` said in more detail. */
const withField = (schema: JsonObject, name: string, more: JsonObject): JsonObject => ({
  ...schema,
  properties: {
    ...at(schema, 'properties'),
    [name]: { ...at(schema, 'properties', name), ...more },
  },
});

const told = (value: string, description: string): JsonObject => ({ const: value, description });

/** What a field offers, without refusing anything else. */
const offered = (choices: readonly JsonObject[]): JsonObject => ({
  anyOf: [...choices, { type: 'string' }],
});

/** Fields that follow from the value of another one: `kind` decides what `properties` holds. */
const branch = (name: string, values: readonly string[], properties: JsonObject): JsonObject => ({
  if: {
    properties: {
      [name]: values.length === 1 ? { const: values[0] ?? '' } : { enum: [...values] },
    },
    required: [name],
  },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
  then: { properties: { properties } },
});

/** The JSON Schema (draft 2020-12) of the design file, with all kinds and connection types. */
export const designSchemaForEditors = (): JsonObject => {
  const base = designJsonSchema();
  const definitions = newDefinitions({
    ...(isJsonObject(base.$defs) ? base.$defs : {}),
    intrinsic: intrinsicSchema,
    instead: insteadSchema,
  });

  const openNamesOf = (kindOrType: string): ReadonlySet<string> =>
    new Set(
      [...leftToOthers].flatMap((key) =>
        key.startsWith(`${kindOrType}.`) ? [key.slice(kindOrType.length + 1)] : [],
      ),
    );
  const tableOf = (kindOrType: string): JsonObject =>
    tableSchema(
      propertiesOf(kindOrType) ?? {},
      (name, schema) => definitions.share(name, schema),
      openNamesOf(kindOrType),
    );

  const node = {
    ...withField(at(base, 'properties', 'nodes', 'items'), 'kind', {
      anyOf: services.map(({ kind, title, explain }) =>
        told(kind, `${title}. ${firstSentence(explain)}`),
      ),
    }),
    allOf: services.map(({ kind }) => branch('kind', [kind], tableOf(kind))),
  };

  // Most connection types share their settings with others.
  const typesByTable = new Map<string, { readonly table: JsonObject; readonly types: string[] }>();
  for (const { id } of connections) {
    const table = tableOf(id);
    const text = JSON.stringify(table);
    const known = typesByTable.get(text);
    if (known) known.types.push(id);
    else typesByTable.set(text, { table, types: [id] });
  }
  const connection = {
    ...withField(at(base, 'properties', 'connections', 'items'), 'type', {
      anyOf: connections.map(({ id, from, label, to }) =>
        told(id, `${titleOf(from)} ${label} ${titleOf(to)}.`),
      ),
    }),
    allOf: [...typesByTable.values()].map(({ table, types }) => branch('type', types, table)),
  };

  const suppression = withField(
    at(base, 'properties', 'suppressions', 'items'),
    'rule',
    offered(rules.map(({ meta }) => told(meta.id, firstSentence(meta.explain)))),
  );
  const properties = at(base, 'properties');
  return {
    ...base,
    properties: {
      ...properties,
      region: {
        ...at(base, 'properties', 'region'),
        ...offered(regions.map(({ code, name }) => told(code, name))),
      },
      limits: {
        ...at(base, 'properties', 'limits'),
        properties: Object.fromEntries(
          Object.entries(quotas).map(([name, standard]) => [
            name,
            { type: 'number', default: standard, description: `AWS gives ${standard} by default.` },
          ]),
        ),
      },
      nodes: { ...at(base, 'properties', 'nodes'), items: node },
      connections: { ...at(base, 'properties', 'connections'), items: connection },
      suppressions: { ...at(base, 'properties', 'suppressions'), items: suppression },
    },
    $defs: definitions.all(),
  };
};
