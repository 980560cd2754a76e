import type { Code } from './syntax.ts';

const none: ReadonlySet<string> = new Set();
const known = new WeakMap<Code, ReadonlySet<string>>();

const childrenOf = (code: Code): readonly Code[] => {
  switch (code.kind) {
    case 'member':
      return [code.object];
    case 'index':
      return [code.object, code.index];
    case 'call':
    case 'new':
      return [code.callee, ...code.args];
    case 'template':
      return code.parts.filter((part) => typeof part !== 'string');
    case 'array':
      return code.items;
    case 'object':
      return code.entries.map((entry) => ('spread' in entry ? entry.spread : entry.value));
    case 'as':
    case 'nonNull':
      return [code.value];
    case 'arrow':
      return [code.body];
    default:
      return [];
  }
};

/** The keys of all `reference`s in the code. */
export const referencesIn = (code: Code): ReadonlySet<string> => {
  if (code.kind === 'reference') return new Set([code.key]);
  const before = known.get(code);
  if (before !== undefined) return before;
  let found = none;
  for (const child of childrenOf(code)) {
    const keys = referencesIn(child);
    if (keys.size > 0) found = found.size === 0 ? keys : new Set([...found, ...keys]);
  }
  known.set(code, found);
  return found;
};

/** The code with each `reference` replaced. Parts that hold none are the same objects as before. */
export const resolveReferences = (code: Code, resolve: (key: string) => Code): Code => {
  if (code.kind === 'reference') return resolve(code.key);
  if (referencesIn(code).size === 0) return code;
  const inner = (child: Code): Code => resolveReferences(child, resolve);
  switch (code.kind) {
    case 'member':
      return { ...code, object: inner(code.object) };
    case 'index':
      return { ...code, object: inner(code.object), index: inner(code.index) };
    case 'call':
    case 'new':
      return { ...code, callee: inner(code.callee), args: code.args.map(inner) };
    case 'template':
      return joined(code.parts.map((part) => (typeof part === 'string' ? part : inner(part))));
    case 'array':
      return { ...code, items: code.items.map(inner) };
    case 'object':
      return {
        ...code,
        entries: code.entries.map((entry) =>
          'spread' in entry
            ? { spread: inner(entry.spread) }
            : { ...entry, value: inner(entry.value) },
        ),
      };
    case 'as':
    case 'nonNull':
      return { ...code, value: inner(code.value) };
    case 'arrow':
      return { ...code, body: inner(code.body) };
    default:
      return code;
  }
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
