import { isJsonObject, type Json } from '../lib/json.ts';
import type { PropertyDefinition } from './property.ts';

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

/** True when a literal has the type that the property wants, and is one of the values it offers. */
export const fitsProperty = (definition: PropertyDefinition, value: Json): boolean => {
  switch (definition.type) {
    case 'string':
    case 'node-ref':
    case 'connection-ref':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
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

/** What a property wants, in words: the first of its values, or its type. */
export const wantedBy = ({ type, values = [] }: PropertyDefinition): string => {
  if (type !== 'enum') return words[type];
  const offered = values.map(String);
  return offered.length > 8
    ? `one of ${either(offered.slice(0, 6))} and so on`
    : `one of ${either(offered)}`;
};

const either = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`;
