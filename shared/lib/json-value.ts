import { isJsonObject, type Json } from './json.ts';

/** Deeper than anyone writes by hand, shallow enough for every recursive function of this program. */
export const maxJsonDepth = 500;

/** True for a value that JSON can hold without loss: no undefined, no NaN, nothing deeper than `maxDepth`. */
export const isJson = (value: unknown, maxDepth: number = maxJsonDepth): value is Json => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (maxDepth <= 0) return false;
      if (Array.isArray(value)) {
        // Not `every`: that would skip the holes of a sparse array.
        for (let index = 0; index < value.length; index += 1) {
          if (!isJson(value[index], maxDepth - 1)) return false;
        }
        return true;
      }
      return Object.values(value).every((item) => isJson(item, maxDepth - 1));
    default:
      return false;
  }
};

/** True when two JSON values hold the same; the order of an object's keys does not matter. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
};
