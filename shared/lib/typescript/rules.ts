/** The facts about code that decide how it is laid out; each follows a rule of Biome's formatter. */
import { isNegative, quoted, sequenceWidth, templateChunk, utf8Length } from './strings.ts';
import type { Code, ObjectEntry } from './syntax.ts';

export type CodeOf<K extends Code['kind']> = Extract<Code, { kind: K }>;
export type Call = CodeOf<'call'>;

/** Where an expression stands, when that matters for its parentheses or its breaks. */
export type Place =
  | 'plain'
  | 'statement'
  | 'initializer'
  /** Right of `=`, where the left is a plain name. */
  | 'assigned'
  /** Right of `=`, where the left is a member; or that left itself. */
  | 'memberAssigned'
  | 'callee'
  | 'newCallee'
  /** Left of `.name` or `[index]`. */
  | 'object'
  | 'nonNull'
  | 'as'
  | 'spread'
  | 'arrowBody';

/** `a` in `a.b[c]!` */
const inner = (code: Code): Code | undefined =>
  code.kind === 'member' || code.kind === 'index'
    ? code.object
    : code.kind === 'nonNull'
      ? code.value
      : undefined;

const hasCall = (code: Code | undefined): boolean =>
  code !== undefined && (code.kind === 'call' || hasCall(inner(code)));

/** `first`: nothing of its statement, or of its arrow function's body, stands left of it. */
export const needsParentheses = (code: Code, place: Place, first: boolean): boolean => {
  switch (code.kind) {
    case 'object':
      return first;
    case 'string':
      return place === 'statement';
    case 'number':
      return (
        place === 'object' ||
        (isNegative(code) && (place === 'callee' || place === 'newCallee' || place === 'nonNull'))
      );
    case 'as':
    case 'arrow':
      return (
        place === 'object' ||
        place === 'callee' ||
        place === 'newCallee' ||
        place === 'nonNull' ||
        place === (code.kind === 'as' ? 'spread' : 'as')
      );
    case 'call':
      return place === 'newCallee';
    case 'member':
    case 'index':
    case 'nonNull':
      return place === 'newCallee' && hasCall(code);
    default:
      return false;
  }
};

/** Matrix-like lists (all arrays, or all objects, of two or more) always have one item a line. */
export const isMatrix = (items: readonly Code[]): boolean =>
  items.length > 1 &&
  (items.every((item) => item.kind === 'array' && item.items.length > 1) ||
    items.every((item) => item.kind === 'object' && item.entries.length > 1));

export const isNumberList = (items: readonly Code[]): boolean =>
  items.length > 0 && items.every((item) => item.kind === 'number');

/** Line breaks in the text of a template are kept. */
export const isMultilineTemplate = (code: Code | undefined): boolean =>
  code?.kind === 'template' &&
  code.parts.some((part) => typeof part === 'string' && part.includes('\n'));

/** The props of a construct (`new X(scope, id, { ... })`) have a line each, as soon as there are two. */
export const isProps = (code: CodeOf<'new'>): boolean => {
  const last = code.args.at(-1);
  return code.args.length > 2 && last?.kind === 'object' && last.entries.length > 1;
};

const hasArrow = (args: readonly Code[]): boolean => args.some((arg) => arg.kind === 'arrow');

/** Functions composed of functions, `pipe(() => a, () => b)`: each argument has its line. */
export const isComposition = (args: readonly Code[]): boolean =>
  args.length > 1 &&
  (args.filter((arg) => arg.kind === 'arrow').length > 1 ||
    args.some((arg) => arg.kind === 'call' && hasArrow(arg.args)));

const canHug = (arg: Code): boolean => {
  switch (arg.kind) {
    case 'object':
      return arg.entries.length > 0;
    case 'array':
      return arg.items.length > 0;
    case 'as':
      return canHug(arg.value);
    case 'arrow':
      return arg.body.kind === 'object' || arg.body.kind === 'array' || arg.body.kind === 'call';
    default:
      return false;
  }
};

/** Whether the last argument may start on the line of the call, `f(a, {` */
export const hugsLast = (args: readonly Code[]): boolean => {
  const last = args.at(-1);
  const before = args.at(-2);
  if (last === undefined || !canHug(last) || before?.kind === last.kind) return false;
  if (last.kind !== 'array' || before === undefined) return true;
  return !(args.length === 2 && before.kind === 'arrow') && !isNumberList(last.items);
};

const isSimpleEntry = (entry: ObjectEntry, depth: number): boolean =>
  'value' in entry && entry.key !== '__proto__' && isSimple(entry.value, depth);

/** Whether an argument is short and flat enough not to break the call chain it is in. */
export const isSimple = (code: Code, depth = 0): boolean => {
  if (depth >= 2) return false;
  switch (code.kind) {
    case 'template':
      return code.parts.every((part) =>
        typeof part === 'string' ? !part.includes('\n') : isSimple(part, depth + 1),
      );
    case 'object':
      return code.entries.every((entry) => isSimpleEntry(entry, depth + 1));
    case 'array':
      return code.items.every((item) => isSimple(item, depth + 1));
    case 'nonNull':
      return isSimple(code.value, depth);
    case 'member':
      return isSimple(code.object, depth);
    case 'index':
      return isSimple(code.index, depth) && isSimple(code.object, depth);
    case 'call':
    case 'new':
      return (
        isSimple(code.callee, depth) &&
        code.args.length + depth <= 2 &&
        code.args.every((arg) => isSimple(arg, depth + 1))
      );
    case 'as':
    case 'arrow':
      return false;
    default:
      return true;
  }
};

/** A quarter of the line. */
const SHORT = 25;

const isShort = (arg: Code): boolean => {
  switch (arg.kind) {
    case 'identifier':
      return utf8Length(arg.name) <= SHORT;
    case 'string':
      return sequenceWidth(quoted(arg.value)) <= SHORT;
    case 'template': {
      if (!arg.parts.every((part) => typeof part === 'string')) return false;
      const text = templateChunk(arg.parts.join(''), false);
      return !text.includes('\n') && utf8Length(text) <= SHORT;
    }
    case 'number':
    case 'boolean':
    case 'null':
    case 'undefined':
      return true;
    default:
      return false;
  }
};

/**
 * A chain whose calls have no argument to break at, or one short one: better on a line of its own after `=`.
 * `breaksAsChain` tells whether a call of it can be written with a line for each call.
 */
export const isPoorlyBreakable = (code: Code, breaksAsChain: (call: Call) => boolean): boolean => {
  let links = 0;
  let current = code;
  for (;;) {
    let next: Code | undefined;
    if (current.kind === 'call') {
      const [arg, ...others] = current.args;
      if (others.length > 0 || (arg !== undefined && !isShort(arg)) || breaksAsChain(current))
        return false;
      next = current.callee;
      links += 1;
    } else {
      next = inner(current);
      if (next !== undefined && current.kind !== 'nonNull') links += 1;
    }
    if (next === undefined)
      return (
        links > 0 &&
        (current.kind === 'undefined' ||
          (current.kind === 'identifier' && current.name !== 'super'))
      );
    current = next;
  }
};
