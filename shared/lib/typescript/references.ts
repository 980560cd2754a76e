import type { Code, ObjectEntry } from './syntax.ts';

/**
 * The code with each `reference` replaced. Parts that hold none are the same objects as before, so that large
 * designs are not copied.
 */
export const resolveReferences = (code: Code, resolve: (key: string) => Code): Code => {
  const inner = (child: Code): Code => resolveReferences(child, resolve);
  switch (code.kind) {
    case 'reference':
      return resolve(code.key);
    case 'member': {
      const object = inner(code.object);
      return object === code.object ? code : { ...code, object };
    }
    case 'index': {
      const object = inner(code.object);
      const index = inner(code.index);
      return object === code.object && index === code.index ? code : { ...code, object, index };
    }
    case 'call':
    case 'new': {
      const callee = inner(code.callee);
      const args = mapped(code.args, inner);
      return callee === code.callee && args === code.args ? code : { ...code, callee, args };
    }
    case 'template': {
      const parts = mapped(code.parts, (part) => (typeof part === 'string' ? part : inner(part)));
      return parts === code.parts ? code : joined(parts);
    }
    case 'array': {
      const items = mapped(code.items, inner);
      return items === code.items ? code : { ...code, items };
    }
    case 'object': {
      const entries = mapped(code.entries, (entry): ObjectEntry => {
        if ('spread' in entry) {
          const spread = inner(entry.spread);
          return spread === entry.spread ? entry : { spread };
        }
        const value = inner(entry.value);
        return value === entry.value ? entry : { ...entry, value };
      });
      return entries === code.entries ? code : { ...code, entries };
    }
    case 'as':
    case 'nonNull': {
      const value = inner(code.value);
      return value === code.value ? code : { ...code, value };
    }
    case 'arrow': {
      const body = inner(code.body);
      return body === code.body ? code : { ...code, body };
    }
    default:
      return code;
  }
};

/** The items, each changed; the same list when no item changed. */
const mapped = <T>(items: readonly T[], change: (item: T) => T): readonly T[] => {
  let changed: T[] | undefined;
  items.forEach((item, index) => {
    const next = change(item);
    if (changed) changed.push(next);
    else if (next !== item) changed = [...items.slice(0, index), next];
  });
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
