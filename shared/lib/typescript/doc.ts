import type { Writer } from './writer.ts';

/**
 * What can be laid out on lines: text, and places where a line may break. A group that does not fit breaks at its
 * own places; the groups inside it are then tried again. This is the model of Prettier and Biome.
 */
export type Doc =
  | string
  /** Text that is wider or narrower than its length, or that has line breaks of its own. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly width: number;
      readonly lastWidth: number | undefined;
    }
  | {
      readonly kind: 'concat';
      readonly parts: readonly Doc[];
      readonly forced: Forced;
      readonly chain: boolean;
    }
  /** A possible line break; `flat` is what stands for it when the group stays on one line. */
  | { readonly kind: 'line'; readonly flat: '' | ' ' }
  | { readonly kind: 'hardline' }
  | { readonly kind: 'indent'; readonly content: Doc }
  | Group
  /** Only when the group around it breaks. */
  | { readonly kind: 'ifBroken'; readonly text: string }
  /** Indents its content when that group broke; the group comes before it. */
  | { readonly kind: 'indentIfBroken'; readonly content: Doc; readonly group: Group }
  /** The first of these that fits, else the last. */
  | { readonly kind: 'best'; readonly variants: readonly Doc[]; readonly forced: Forced }
  /** As many of these as fit on each line. */
  | { readonly kind: 'fill'; readonly items: readonly string[] }
  /** Breaks right after `open`, and right before `close`; what is between them writes itself. */
  | {
      readonly kind: 'block';
      readonly open: string;
      readonly write: (writer: Writer, indent: number) => void;
      readonly close: string;
    };

export interface Group {
  readonly kind: 'group';
  readonly content: Doc;
  /** Breaks even when it would fit. */
  readonly expanded: boolean;
  /** Reported by `printDoc` when this group breaks. */
  readonly source: object | undefined;
  broken: boolean;
}

/** `inside`: holds something that breaks whatever happens. `outward`: and that breaks the groups around it too. */
type Forced = 'no' | 'inside' | 'outward';

/** Whether something inside breaks whatever happens. */
export const willBreak = (doc: Doc): boolean => forcedBy(doc) !== 'no';

const forcedBy = (doc: Doc): Forced => {
  if (typeof doc === 'string') return 'no';
  switch (doc.kind) {
    case 'text':
      return doc.lastWidth === undefined ? 'no' : 'outward';
    case 'concat':
    case 'best':
      return doc.forced;
    case 'hardline':
    case 'block':
      return 'outward';
    case 'indent':
    case 'indentIfBroken':
      return forcedBy(doc.content);
    case 'group':
      return doc.expanded ? 'outward' : forcedBy(doc.content);
    default:
      return 'no';
  }
};

const strongest = (docs: readonly Doc[]): Forced => {
  let forced: Forced = 'no';
  for (const doc of docs) {
    const one = forcedBy(doc);
    if (one === 'outward') return one;
    if (one === 'inside') forced = one;
  }
  return forced;
};

/** Whether it has a place where it may break. */
export const mayBreak = (doc: Doc): boolean => {
  if (typeof doc === 'string') return false;
  switch (doc.kind) {
    case 'concat':
      return doc.parts.some(mayBreak);
    case 'indent':
    case 'indentIfBroken':
    case 'group':
      return mayBreak(doc.content);
    case 'line':
    case 'hardline':
    case 'block':
      return true;
    default:
      return false;
  }
};

/** Whether the text of this doc starts with a call chain of several lines (see `chain.ts`). */
export const startsWithChain = (doc: Doc): boolean =>
  typeof doc === 'object' && doc.kind === 'concat' && doc.chain;

export const concat = (...parts: readonly Doc[]): Doc => ({
  kind: 'concat',
  parts,
  forced: strongest(parts),
  chain: parts[0] !== undefined && startsWithChain(parts[0]),
});
/** Marks a call chain, see `startsWithChain`. */
export const chainOf = (content: Doc): Doc => ({
  kind: 'concat',
  parts: [content],
  forced: forcedBy(content),
  chain: true,
});
/** Breaks the groups around it. */
export const breakParent: Doc = { kind: 'concat', parts: [], forced: 'outward', chain: false };
export const softline: Doc = { kind: 'line', flat: '' };
export const line: Doc = { kind: 'line', flat: ' ' };
export const hardline: Doc = { kind: 'hardline' };
export const indent = (...parts: readonly Doc[]): Doc => ({
  kind: 'indent',
  content: concat(...parts),
});
export const group = (content: Doc, expanded = false, source?: object): Group => ({
  kind: 'group',
  content,
  expanded: expanded || forcedBy(content) === 'outward',
  source,
  broken: false,
});
export const ifBroken = (text: string): Doc => ({ kind: 'ifBroken', text });
export const indentIfBroken = (content: Doc, by: Group): Doc => ({
  kind: 'indentIfBroken',
  content,
  group: by,
});
/** What is forced in a variant breaks the variant, not the groups around the choice. */
export const best = (...variants: readonly [Doc, ...Doc[]]): Doc => ({
  kind: 'best',
  variants,
  forced: willBreak(variants[0]) ? 'inside' : 'no',
});

/** `docs` with a comma and a possible break between them. */
export const commaList = (docs: readonly Doc[], gap: Doc = line): Doc[] => {
  const list: Doc[] = [];
  for (const doc of docs) {
    if (list.length > 0) list.push(',', gap);
    list.push(doc);
  }
  return list;
};
