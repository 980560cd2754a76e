import type { PropertyDefinition, PropertyTable } from '../catalog/property.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { noteOf, propertyFacts } from './property-facts.ts';

/*
 * Properties as JSON Schema. What it refuses, `isobar validate` refuses too; what is left to rules of their own, and
 * what only counts together with other settings, it lets pass.
 */

/** Where the schema keeps what is said more than once. */
export interface Definitions {
  /** Keeps a schema under a name like the given one, and gives what refers to it. */
  share(name: string, schema: JsonObject): JsonObject;
  readonly all: () => JsonObject;
}

/** Collects what is said more than once. Equal schemas are one, whatever they are for. */
export const newDefinitions = (known: JsonObject): Definitions => {
  const byText = new Map<string, string>();
  const all = new Map<string, Json>(Object.entries(known));
  return {
    share(name, schema) {
      const text = JSON.stringify(schema);
      let key = byText.get(text);
      if (key === undefined) {
        key = name;
        for (let count = 2; all.has(key); count += 1) key = `${name}-${count}`;
        byText.set(text, key);
        all.set(key, schema);
      }
      return { $ref: `#/$defs/${key}` };
    },
    all: () => Object.fromEntries(all),
  };
};

/** A function of CloudFormation, which may stand in the place of any value. */
export const intrinsicSchema: JsonObject = {
  description:
    'A CloudFormation function, such as { "Ref": "Stage" } or { "Fn::Sub": "…" }: it is exported as it is.',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  patternProperties: { '^(?:Ref|Condition|Fn::.+)$': true },
  additionalProperties: false,
};

/** What may stand in the place of any value: a function, or null, which counts as not set. */
export const insteadSchema: JsonObject = {
  anyOf: [{ $ref: '#/$defs/intrinsic' }, { type: 'null' }],
};

const instead: JsonObject = { $ref: '#/$defs/instead' };

const bounds = (
  { min, max }: PropertyDefinition,
  [low, high]: readonly [string, string],
): JsonObject => ({
  ...(min !== undefined && { [low]: min }),
  ...(max !== undefined && { [high]: max }),
});

/** An empty text counts as not set. */
const orEmpty = (pattern: string): string => `^$|${pattern}`;

/** What a literal has to be; undefined when anything will do. */
const literalSchema = (definition: PropertyDefinition): JsonObject | undefined => {
  const { type, values = [], open, maxLength, pattern, items, fields } = definition;
  switch (type) {
    case 'string':
      return {
        type: 'string',
        ...(maxLength !== undefined && { maxLength }),
        ...(pattern !== undefined && { pattern: orEmpty(pattern) }),
      };
    case 'node-ref':
    case 'connection-ref':
      return { type: 'string' };
    case 'integer':
    case 'number':
      return { type, ...bounds(definition, ['minimum', 'maximum']) };
    case 'boolean':
      return { type };
    case 'enum':
      return open
        ? { anyOf: [{ enum: [...values] }, { type: ['string', 'number'] }] }
        : { enum: [...values] };
    case 'list':
      return {
        type: 'array',
        ...bounds(definition, ['minItems', 'maxItems']),
        ...(items && { items: valueSchema(items) }),
      };
    case 'map':
      return { type: 'object' };
    case 'object':
      return {
        type: 'object',
        ...(fields && {
          properties: Object.fromEntries(
            Object.entries(fields).map(([name, field]) => [name, valueSchema(field)]),
          ),
        }),
      };
    case 'json':
      return undefined;
    default:
      return type satisfies never;
  }
};

/** A literal, a function of CloudFormation, or null, which counts as not set. */
const valueSchema = (definition: PropertyDefinition): JsonObject => {
  const literal = literalSchema(definition);
  return literal === undefined ? {} : { anyOf: [literal, instead] };
};

/** The table of a kind or of a connection type; `openNames` are left to rules of their own. */
export const tableSchema = (
  table: PropertyTable,
  share: Definitions['share'],
  openNames: ReadonlySet<string> = new Set(),
): JsonObject => {
  const properties: Record<string, Json> = {};
  for (const facts of propertyFacts(table)) {
    const definition = table[facts.name];
    if (!definition) continue;
    const isOpen = openNames.has(facts.name);
    const schema: JsonObject = {
      ...(noteOf(facts) !== '' && { description: noteOf(facts) + unitText(definition) }),
      ...(definition.default !== undefined && { default: definition.default }),
      ...valueSchema(isOpen ? { ...definition, open: true } : definition),
    };
    const isLong = JSON.stringify(schema).length > 80;
    properties[facts.name] = isLong ? share(facts.name, schema) : schema;
  }
  const required = Object.entries(table).flatMap(([name, definition]) =>
    definition.required === true && definition.default === undefined && !definition.when
      ? [name]
      : [],
  );
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
};

const unitText = ({ unit }: PropertyDefinition): string =>
  unit === undefined ? '' : ` In ${unit === 's' ? 'seconds' : unit}.`;
