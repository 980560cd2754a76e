import type { Code, ObjectEntry } from './syntax.ts';

type Resolve = (key: string) => Code;

/**
 * The code with each `reference` replaced. Parts that hold none are the same objects as before, so that large
 * designs are not copied.
 */
export const resolveReferences = (code: Code, resolve: Resolve): Code => {
  switch (code.kind) {
    case 'reference':
      return resolve(code.key);
    case 'member': {
      const object = resolveReferences(code.object, resolve);
      return object === code.object ? code : { ...code, object };
    }
    case 'index': {
      const object = resolveReferences(code.object, resolve);
      const index = resolveReferences(code.index, resolve);
      return object === code.object && index === code.index ? code : { ...code, object, index };
    }
    case 'call':
    case 'new': {
      const callee = resolveReferences(code.callee, resolve);
      const args = mapped(code.args, resolveReferences, resolve);
      return callee === code.callee && args === code.args ? code : { ...code, callee, args };
    }
    case 'template': {
      const parts = mapped(code.parts, resolvePart, resolve);
      return parts === code.parts ? code : joined(parts);
    }
    case 'array': {
      const items = mapped(code.items, resolveReferences, resolve);
      return items === code.items ? code : { ...code, items };
    }
    case 'object': {
      const entries = mapped(code.entries, resolveEntry, resolve);
      return entries === code.entries ? code : { ...code, entries };
    }
    case 'as':
    case 'nonNull': {
      const value = resolveReferences(code.value, resolve);
      return value === code.value ? code : { ...code, value };
    }
    case 'arrow': {
      const body = resolveReferences(code.body, resolve);
      return body === code.body ? code : { ...code, body };
    }
    default:
      return code;
  }
};

const resolvePart = (part: string | Code, resolve: Resolve): string | Code =>
  typeof part === 'string' ? part : resolveReferences(part, resolve);

const resolveEntry = (entry: ObjectEntry, resolve: Resolve): ObjectEntry => {
  if ('spread' in entry) {
    const spread = resolveReferences(entry.spread, resolve);
    return spread === entry.spread ? entry : { spread };
  }
  const value = resolveReferences(entry.value, resolve);
  return value === entry.value ? entry : { ...entry, value };
};

/** The items, each changed; the same list when no item changed. Every part of the code passes here: no closures. */
const mapped = <T>(
  items: readonly T[],
  change: (item: T, resolve: Resolve) => T,
  resolve: Resolve,
): readonly T[] => {
  let changed: T[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as T;
    const next = change(item, resolve);
    if (next === item) continue;
    changed ??= items.slice();
    changed[index] = next;
  }
  return changed ?? items;
};

/** A template literal; what turned out to be text, or a template itself, becomes part of it. */
const joined = (parts: readonly (string | Code)[]): Code => {
  const flat = parts.flatMap((part): readonly (string | Code)[] => {
    if (typeof part === 'string') return [part];
    if (part.kind === 'string') return [part.value];
    return part.kind === 'template' ? part.parts : [part];
  });
  const merged: (string | Code)[] = [];
  for (const part of flat) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  const [only] = merged;
  return merged.length === 1 && typeof only === 'string'
    ? { kind: 'string', value: only }
    : { kind: 'template', parts: merged };
};
