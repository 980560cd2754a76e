/*
 * A page of documentation before it is Markdown or text on a terminal: both are drawn from it, so that they say the
 * same.
 */

/** What a piece of text leads to. */
export type Target =
  | { readonly kind: string }
  | { readonly connection: string }
  | { readonly mechanism: string }
  | { readonly rule: string }
  | { readonly url: string };

/** A piece of text. Plain text has no marks: whatever it holds is shown as it is. */
export type Span =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly text: string; readonly to: Target };

export type Text = string | readonly Span[];

export type Block =
  /** Level 2 is a part of the page, level 3 a part of that. */
  | { readonly heading: string; readonly level: 2 | 3 }
  | { readonly text: Text }
  | { readonly list: readonly Text[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly Text[][] } }
  /** Lines of code, each as it is. */
  | { readonly code: string; readonly language: string };

export interface Page {
  readonly title: string;
  /** What one types to get here: a kind, a rule. */
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** A part of a page; nothing when it would be empty. */
export const part = (
  heading: string,
  blocks: readonly Block[],
  level: 2 | 3 = 2,
): readonly Block[] =>
  blocks.every(isEmpty) ? [] : [{ heading, level }, ...blocks.filter((block) => !isEmpty(block))];

const isEmpty = (block: Block): boolean =>
  ('list' in block && block.list.length === 0) ||
  ('table' in block && block.table.rows.length === 0) ||
  ('text' in block && block.text.length === 0);

export const kindSpan = (kind: string, title: string): Span => ({ text: title, to: { kind } });

/** Spans with a text between each two. */
export const joined = (spans: readonly Span[], between: string): readonly Span[] =>
  spans.flatMap((span, at) => (at === 0 ? [span] : [between, span]));
