import type { PropertyDefinition, PropertyTable } from '../../catalog/property.ts';
import type { Graph, Subject } from '../../graph/graph.ts';
import { isJsonObject, type Json } from '../../lib/json.ts';
import { describeValue } from '../../lib/problem.ts';
import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import type { Fix } from '../rule.ts';
import { listOf } from '../text.ts';
import { closest } from './closest.ts';

/** A property that is required and has no value. */
export const missingProperties = (
  subject: Subject,
  graph: Graph,
  table: PropertyTable,
): readonly { readonly property: string; readonly fixes: readonly Fix[] }[] =>
  Object.entries(table).flatMap(([property, definition]) => {
    if (definition.required !== true) return [];
    // The graph gives no value while the property's condition does not hold: then it is not required either.
    if (definition.when !== undefined && definition.default !== undefined) return [];
    if (!conditionHolds(subject, graph, table, definition)) return [];
    const value = graph.value(subject, property);
    if (value !== undefined && value !== null && value !== '') return [];
    return [
      {
        property,
        fixes:
          definition.default === undefined
            ? []
            : [
                {
                  title: `Set ${property} to ${JSON.stringify(definition.default)}`,
                  edit: setProperty(subject.id, property, definition.default),
                },
              ],
      },
    ];
  });

const conditionHolds = (
  subject: Subject,
  graph: Graph,
  table: PropertyTable,
  definition: PropertyDefinition,
): boolean =>
  definition.when?.((property) =>
    Object.hasOwn(table, property) ? graph.value(subject, property) : undefined,
  ) ?? true;

/** Properties whose values a rule of their own looks at, and says more about. */
const leftToOthers: ReadonlySet<string> = new Set([
  'lambda.runtime',
  'lambda-edge.runtime',
  'lambda-edge.eventType',
  'cloudfront-function.eventType',
  'cloudfront-function--cloudfront.eventType',
  'lambda-edge--cloudfront.eventType',
  'rest-api.endpointType',
  'rds-instance.engine',
]);

export interface PropertyProblem {
  readonly property: string;
  readonly actual: string;
  readonly expected: string;
  readonly fixes: readonly Fix[];
}

/** Properties of the wrong type, with a value that is not offered, or that the catalog does not know. */
export const wrongProperties = (
  subject: Subject,
  kindOrType: string,
  table: PropertyTable,
): readonly PropertyProblem[] =>
  Object.entries(subject.properties).flatMap(([property, value]): PropertyProblem[] => {
    if (value === null || isIntrinsic(value)) return [];
    const definition = Object.hasOwn(table, property) ? table[property] : undefined;
    if (definition === undefined) return [unknownProperty(subject, property, table)];
    if (leftToOthers.has(`${kindOrType}.${property}`)) return [];
    const expected = expectation(definition, value);
    if (expected === undefined) return [];
    return [
      {
        property,
        actual: describeValue(value),
        expected,
        fixes: mend(subject, property, definition, value),
      },
    ];
  });

const unknownProperty = (
  subject: Subject,
  property: string,
  table: PropertyTable,
): PropertyProblem => {
  const near = closest(property, Object.keys(table));
  return {
    property,
    actual: 'a property that is not known here',
    expected: near === undefined ? 'none of that name' : `${near}, if that was meant`,
    fixes: [{ title: `Remove ${property}`, edit: unsetProperty(subject.id, property) }],
  };
};

const words: Readonly<Record<PropertyDefinition['type'], string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  enum: 'one of the offered values',
  list: 'a list',
  map: 'names with values',
  object: 'an object',
  json: 'JSON',
  'node-ref': 'the id of a node',
  'connection-ref': 'the id of a connection',
};

/** What is expected instead; undefined when the value will do. */
const expectation = (definition: PropertyDefinition, value: Json): string | undefined => {
  const fits = (): boolean => {
    switch (definition.type) {
      case 'string':
      case 'node-ref':
      case 'connection-ref':
        return typeof value === 'string';
      case 'integer':
        return typeof value === 'number' && Number.isInteger(value);
      case 'number':
        return typeof value === 'number';
      case 'boolean':
        return typeof value === 'boolean';
      case 'enum':
        return (
          (typeof value === 'string' || typeof value === 'number') &&
          (definition.values ?? []).includes(value)
        );
      case 'list':
        return Array.isArray(value);
      case 'map':
      case 'object':
        return isJsonObject(value);
      case 'json':
        return true;
      default:
        return definition.type satisfies never;
    }
  };
  if (fits()) return undefined;
  if (definition.type !== 'enum') return words[definition.type];
  const values = (definition.values ?? []).map(String);
  return values.length > 8
    ? `one of ${listOf(values.slice(0, 6), 'or')} and so on`
    : `one of ${listOf(values, 'or')}`;
};

/** The value converted without loss, or the property removed. */
const mend = (
  subject: Subject,
  property: string,
  definition: PropertyDefinition,
  value: Json,
): readonly Fix[] => {
  const converted = convert(definition, value);
  return [
    ...(converted === undefined
      ? []
      : [
          {
            title: `Set ${property} to ${JSON.stringify(converted)}`,
            edit: setProperty(subject.id, property, converted),
          },
        ]),
    ...(definition.required === true && definition.default === undefined
      ? []
      : [
          {
            title: `Remove ${property}, so that its default counts`,
            edit: unsetProperty(subject.id, property),
          },
        ]),
  ];
};

const convert = (definition: PropertyDefinition, value: Json): Json | undefined => {
  if (typeof value === 'string') {
    const text = value.trim();
    if (definition.type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text);
    if (definition.type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
    if (definition.type === 'boolean' && /^(true|false)$/i.test(text))
      return text.toLowerCase() === 'true';
    if (definition.type === 'list') return text === '' ? [] : [value];
    if (definition.type === 'enum')
      return (definition.values ?? []).find(
        (offered) => String(offered).toLowerCase() === text.toLowerCase(),
      );
  }
  if (typeof value === 'number') {
    if (definition.type === 'string') return String(value);
    if (definition.type === 'enum')
      return (definition.values ?? []).find((offered) => String(offered) === String(value));
  }
  return undefined;
};
