import type { Json } from '../../lib/json.ts';
import type { Connection, Node } from '../design.ts';
import { changeItems, type IsReference, type Properties, without } from './edit.ts';
import { withProperties } from './properties.ts';

/** The names of the owner's reference properties that hold one of the ids, as a text or in a list. */
export const referencesTo = (
  owner: Node | Connection,
  ids: ReadonlySet<string>,
  isReference: IsReference,
): readonly string[] =>
  Object.entries(owner.properties)
    .filter(([name, value]) => holdsOneOf(value, ids) && isReference(owner, name))
    .map(([name]) => name);

const holdsOneOf = (value: Json, ids: ReadonlySet<string>): boolean =>
  typeof value === 'string'
    ? ids.has(value)
    : Array.isArray(value) && value.some((item) => typeof item === 'string' && ids.has(item));

/**
 * The owner with each reference replaced by what `next` says; undefined takes it out, and with the last
 * one of a list the property goes.
 */
export const replaceReferences = <T extends Node | Connection>(
  owner: T,
  isReference: IsReference,
  next: (id: string) => string | undefined,
): T => {
  let properties: Properties = owner.properties;
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string' && !Array.isArray(value)) continue;
    if (!isReference(owner, name)) continue;
    const changed = replaceIn(value, next);
    if (changed === undefined) properties = without(properties, name);
    else if (changed !== value) properties = { ...properties, [name]: changed };
  }
  return withProperties(owner, properties);
};

const replaceIn = (
  value: string | readonly Json[],
  next: (id: string) => string | undefined,
): Json | undefined => {
  if (typeof value === 'string') return next(value);
  const items = changeItems(value, (item) => (typeof item === 'string' ? next(item) : item));
  return items.length === 0 && value.length > 0 ? undefined : items;
};
