import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../shared/lib/json.ts';

/**
 * An object with one field changed. A new one starts from what the catalog proposes, so that it is whole at once;
 * one that has lost its last field is unset.
 */
export const withField = (
  definition: PropertyDefinition,
  held: JsonObject | undefined,
  name: string,
  value: Json | undefined,
): Json | undefined => {
  const start = held ?? (value === undefined ? {} : proposed(definition));
  const entries = Object.entries(start).filter(([other]) => other !== name || value !== undefined);
  const next = Object.fromEntries(entries);
  if (value !== undefined) next[name] = value;
  const isBare = Object.keys(next).every((key) => isProposed(definition, key));
  return value === undefined && isBare ? undefined : next;
};

/** What a new object has at once: the object that is proposed, else the defaults of its required fields. */
const proposed = ({ default: whole, fields = {} }: PropertyDefinition): JsonObject => {
  if (isJsonObject(whole ?? null)) return whole as JsonObject;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, Json][] =>
      field.required === true && field.default !== undefined ? [[name, field.default]] : [],
    ),
  );
};

/** True for a field that a new object gets by itself. */
const isProposed = ({ fields = {} }: PropertyDefinition, name: string): boolean => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field?.required === true && field.default !== undefined;
};
