import fc from 'fast-check';
import { parse } from 'yaml';
import { propertiesOf } from '../../catalog/catalog.ts';
import type { Json } from '../../lib/json.ts';
import type { Design } from '../../model/design.ts';

/*
 * Designs whose texts want to be something else: code, markup, keys, paths, formulas. The same design with harmless
 * texts is what an export of it is compared with.
 */

/** What ends a text, begins something else, or is taken for more than letters, somewhere. */
const weapons = [
  '"',
  "'",
  '`',
  '\\',
  '${process.exit(1)}',
  '${AWS::AccountId}',
  '${Worker}',
  '$(id)',
  '`id`',
  '; rm -rf ~',
  '| sh',
  '&& id',
  '#{ENV}',
  '{{resolve:ssm:/x}}',
  '{% raw %}',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]>',
  '<!--',
  '-->',
  '&amp;',
  '&#60;',
  '*/',
  '/*',
  '//',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
  ': ',
  ' #',
  '- ',
  '? ',
  '!Ref X',
  '!!js/function',
  '&anchor',
  '*alias',
  '|',
  '>',
  '%YAML 1.2',
  '---',
  '...',
  'yes',
  'null',
  '~',
  '0x10',
  '1e3',
  '=1+1',
  '@import',
  '+1',
  '-1',
  '[x](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '<https://example.org>',
  'https://example.org',
  'www.example.org',
  'a@example.org',
  '**bold**',
  '_em_',
  '# heading',
  '1. one',
  '```',
  '~~~',
  '| a | b |',
  '%%{init: {}}%%',
  'click A href',
  'end',
  '"]:::x',
  '#quot;',
  'EOF',
  '"""',
  "'''",
  '#!',
  '# frozen',
  '@ts-nocheck',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'C:\\x',
  'con',
  'Fn::Sub',
  '<<: *x',
];

/** A text that wants to be more than one. Half of them end as they began, so that nothing is trimmed. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...weapons) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom('Orders', ' ', 'é', '注文', '🧾') },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain((parts) => fc.constantFrom(parts.join(''), parts.join(' '), `${parts.join('')} x`));

/** A place in a design that holds text of its author. */
export type Slot =
  | { readonly kind: 'name'; readonly id: string }
  | {
      readonly kind: 'property';
      readonly id: string;
      readonly property: string;
      readonly key?: string;
    };

/** Every property of nodes and connections that is text, and not one of a few words that AWS knows. */
export const propertySlots = (design: Design): readonly Slot[] =>
  [
    ...design.nodes.map(({ id, kind, properties }) => ({ id: id as string, of: kind, properties })),
    ...design.connections.map(({ id, type, properties }) => ({
      id: id as string,
      of: type,
      properties,
    })),
  ].flatMap(({ id, of, properties }) =>
    Object.entries(properties).flatMap(([property, value]): Slot[] => {
      const type = propertiesOf(of)?.[property]?.type;
      if (type === 'string' && typeof value === 'string')
        return [{ kind: 'property', id, property }];
      if ((type !== 'map' && type !== 'list') || value === null || typeof value !== 'object')
        return [];
      return Object.entries(value).flatMap(([key, item]) =>
        typeof item === 'string' ? [{ kind: 'property' as const, id, property, key }] : [],
      );
    }),
  );

/** The design with these texts in these places. */
export const withTexts = (design: Design, texts: readonly (readonly [Slot, string])[]): Design => {
  const change = <
    T extends { readonly id: string; readonly properties: { readonly [name: string]: Json } },
  >(
    item: T,
  ): T => {
    let changed = item;
    for (const [slot, text] of texts) {
      if (slot.id !== item.id) continue;
      if (slot.kind === 'name') {
        if ('name' in changed) changed = { ...changed, name: text };
        continue;
      }
      const { property, key } = slot;
      const before = changed.properties[property];
      if (before === undefined) continue;
      const after: Json =
        key === undefined
          ? text
          : Array.isArray(before)
            ? before.map((entry, at) => (String(at) === key ? text : entry))
            : { ...(before as { readonly [name: string]: Json }), [key]: text };
      changed = { ...changed, properties: { ...changed.properties, [property]: after } };
    }
    return changed;
  };
  return {
    ...design,
    nodes: design.nodes.map(change),
    connections: design.connections.map(change),
  };
};

/** One place where two trees differ otherwise than by the text that was put in. */
export interface Difference {
  readonly at: string;
  readonly wanted: Json | undefined;
  readonly got: Json | undefined;
}

/** What stands for a hostile text in the harmless design: letters only, found again in any form. */
export const token = 'Zqtokenz';

/** Words made of a text for ids and names of files: letters and digits, whatever the text was. */
const derived = /^[A-Za-z0-9]+(?:[-./][A-Za-z0-9]+)*$/;
const mentions = (text: string): boolean => text.toLowerCase().includes(token.toLowerCase());

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const decoded = (text: string): string =>
  text.replaceAll(/&\w+;|&#39;/g, (entity) => entities[entity] ?? entity);

/** A text as Markdown says it: on one line, without marks that turn the direction. */
const asSaid = (text: string): string =>
  text
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/ (?=[,.;:)]| |$)|^ /g, '');

const inAddress = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, ''));

/** Tells whether a text of the hostile export is what the harmless one says it must be. */
export const isSameText =
  (text: string) =>
  (wanted: string, got: string): boolean => {
    if (wanted === got) return true;
    if (!mentions(wanted)) return false;
    const whole = wanted.replaceAll(token, () => text);
    return (
      got === whole ||
      // In a text in which CloudFormation replaces, `${` has to be written otherwise.
      got === wanted.replaceAll(token, () => text.replaceAll('${', '${!')) ||
      // And in an address, percent signs stand for what is not plain.
      got === wanted.replaceAll(token, () => inAddress(text)) ||
      (derived.test(wanted) && derived.test(got)) ||
      asSaid(decoded(got)) === asSaid(decoded(wanted).replaceAll(token, () => text))
    );
  };

type Same = (wanted: string, got: string) => boolean;

/**
 * Compares the tree of a harmless export with that of a hostile one. Whatever differs but for the text that was put in
 * is a difference: a key more, another sort of value, another piece of syntax.
 */
export const differences = (harmless: Json, hostile: Json, isSame: Same): readonly Difference[] => {
  const found: Difference[] = [];
  const walk = (wanted: Json | undefined, got: Json | undefined, at: string): void => {
    if (typeof wanted === 'string' && typeof got === 'string') {
      if (isSame(wanted, got)) return;
      const [inner, other] = [documentIn(wanted), documentIn(got)];
      if (inner !== undefined && other !== undefined) walk(inner, other, `${at}<document>`);
      else found.push({ at, wanted, got });
      return;
    }
    if (Array.isArray(wanted) && Array.isArray(got) && wanted.length === got.length) {
      for (const [index, item] of wanted.entries()) walk(item, got[index], `${at}[${index}]`);
      return;
    }
    if (isTree(wanted) && isTree(got)) {
      const pairs = pairsOf(Object.keys(wanted), Object.keys(got), isSame);
      if (!pairs) found.push({ at, wanted: Object.keys(wanted), got: Object.keys(got) });
      else for (const [name, other] of pairs) walk(wanted[name], got[other], `${at}.${name}`);
      return;
    }
    if (wanted !== got) found.push({ at, wanted, got });
  };
  walk(harmless, hostile, '');
  return found;
};

/** Keys may hold texts too: those that are equal first, the others in their order. Undefined when one has no other. */
const pairsOf = (
  wanted: readonly string[],
  got: readonly string[],
  isSame: Same,
): readonly (readonly [string, string])[] | undefined => {
  const others = got.filter((name) => !wanted.includes(name));
  const changed = wanted.filter((name) => !got.includes(name));
  const isPaired = changed.every((name, at) => isSame(name, others[at] ?? ''));
  if (others.length !== changed.length || !isPaired) return undefined;
  return [
    ...wanted.filter((name) => got.includes(name)).map((name) => [name, name] as const),
    ...changed.map((name, at) => [name, others[at] ?? ''] as const),
  ];
};

/** JSON that is written as a text, or YAML of several lines. */
const documentIn = (text: string): Json | undefined => {
  try {
    if (/^[[{]/.test(text)) return JSON.parse(text) as Json;
    // Placeholders of CloudFormation stand in quotes, and are text like any other.
    return /^[\w-]+:.*\n/.test(text) ? (parse(text) as Json) : undefined;
  } catch {
    return undefined;
  }
};

const isTree = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many there are of each sort of syntax, of keys and of texts: what stays when a text only changes an order. */
export const sorts = (tree: Json): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = { keys: 0, texts: 0 };
  const count = (sort: string): void => {
    counts[sort] = (counts[sort] ?? 0) + 1;
  };
  const walk = (value: Json): void => {
    if (typeof value === 'string') count('texts');
    else if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isTree(value))
      for (const [key, item] of Object.entries(value)) {
        count('keys');
        if (key === 'type' && typeof item === 'string') count(item);
        else walk(item);
      }
  };
  walk(tree);
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The blocks of a Markdown document without what is said in them, and how loudly; a table is its numbers of rows and columns. */
export const blocksOf = (tree: Json): Json => {
  if (Array.isArray(tree))
    return tree
      .filter((item) => !isTree(item) || (item.said === undefined && item.type !== 'em'))
      .map(blocksOf);
  if (!isTree(tree)) return tree;
  const { type, depth, href, lang, inside, items, header, rows, text } = tree;
  return {
    type: type ?? '',
    ...(depth !== undefined && { depth }),
    ...(href !== undefined && { href }),
    ...(lang !== undefined && { lang }),
    ...(type === 'html' && { text: text ?? '' }),
    ...(inside !== undefined && { inside: blocksOf(inside) }),
    ...(items !== undefined && { items: blocksOf(items) }),
    ...(header !== undefined && { header: blocksOf(header) }),
    ...(rows !== undefined && { rows: blocksOf(rows) }),
  };
};

/** The HTML in such blocks. */
export const htmlIn = (tree: Json): readonly string[] => {
  if (Array.isArray(tree)) return tree.flatMap(htmlIn);
  if (!isTree(tree)) return [];
  return tree.type === 'html' && typeof tree.text === 'string'
    ? [tree.text]
    : Object.values(tree).flatMap(htmlIn);
};
