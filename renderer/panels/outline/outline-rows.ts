import type { Design, Node } from '../../../shared/model/design.ts';
import { childrenOf, findNode } from '../../../shared/model/tree.ts';

/** One line of the outline. */
export interface OutlineRow {
  readonly node: Node;
  /** Counted from 1, as a tree is read out. */
  readonly level: number;
  /** Its place among those beside it, counted from 1, and how many these are. */
  readonly place: number;
  readonly count: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const byName = (a: Node, b: Node): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/**
 * The outline as lines, containers before what they hold, those beside one another by name. With a filter: what
 * answers it, and the containers around that, opened.
 */
export const outlineRows = (
  design: Design,
  closed: ReadonlySet<string>,
  answers?: (node: Node) => boolean,
): readonly OutlineRow[] => {
  const shown = answers && withHolders(design, answers);
  const rows: OutlineRow[] = [];
  // A ring of parents has no root, so nothing leads to it: the problems tell of it. Here it must only not hang.
  const seen = new Set<string>();
  const add = (nodes: readonly Node[], level: number): void => {
    const visible = (shown ? nodes.filter(({ id }) => shown.has(id)) : [...nodes]).sort(byName);
    visible.forEach((node, index) => {
      if (seen.has(node.id)) return;
      seen.add(node.id);
      const children = childrenOf(design, node.id);
      const below = shown ? children.filter(({ id }) => shown.has(id)) : children;
      const isOpen = below.length > 0 && (shown !== undefined || !closed.has(node.id));
      rows.push({
        node,
        level,
        place: index + 1,
        count: visible.length,
        hasChildren: below.length > 0,
        isOpen,
      });
      if (isOpen) add(below, level + 1);
    });
  };
  const isRoot = ({ parent }: Node): boolean =>
    parent === undefined || findNode(design, parent) === undefined;
  add(design.nodes.filter(isRoot), 1);
  return rows;
};

/** The ids of those that answer, and of all containers around them. */
const withHolders = (design: Design, answers: (node: Node) => boolean): ReadonlySet<string> => {
  const shown = new Set<string>();
  for (const node of design.nodes) {
    if (!answers(node)) continue;
    for (
      let at: Node | undefined = node;
      at && !shown.has(at.id);
      at = at.parent === undefined ? undefined : findNode(design, at.parent)
    )
      shown.add(at.id);
  }
  return shown;
};

/** Where an arrow key leads from a row of the outline. */
export type OutlineStep =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'open' | 'close'; readonly id: string };

/** What a key does, as trees are walked everywhere; undefined when it is no key of a tree. */
export const outlineStep = (
  key: string,
  rows: readonly OutlineRow[],
  at: number,
): OutlineStep | undefined => {
  const row = rows[at];
  const last = rows.length - 1;
  const go = (to: number): OutlineStep => ({ kind: 'go', to: Math.max(0, Math.min(last, to)) });
  switch (key) {
    case 'ArrowDown':
      return go(row ? at + 1 : 0);
    case 'ArrowUp':
      return go(row ? at - 1 : last);
    case 'Home':
      return go(0);
    case 'End':
      return go(last);
    case 'PageDown':
      return go(at + 10);
    case 'PageUp':
      return go(at - 10);
    case 'ArrowRight':
      if (!row?.hasChildren) return undefined;
      return row.isOpen ? go(at + 1) : { kind: 'open', id: row.node.id };
    case 'ArrowLeft': {
      if (row?.isOpen) return { kind: 'close', id: row.node.id };
      const holder = row
        ? rows.findLastIndex((other, index) => index < at && other.level < row.level)
        : -1;
      return holder < 0 ? undefined : go(holder);
    }
    default:
      return undefined;
  }
};
