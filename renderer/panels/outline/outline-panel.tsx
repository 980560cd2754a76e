import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { serviceOf } from '../../../shared/catalog/catalog.ts';
import type { Node } from '../../../shared/model/design.ts';
import { rename } from '../../../shared/model/edits/index.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { useApp, useDesign, useIsReadOnly, useView } from '../../store/hooks.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { OutlineItem } from './outline-item.tsx';
import classes from './outline-panel.module.css';
import { outlineRows, outlineStep } from './outline-rows.ts';
import { useVisibleRows } from './use-visible-rows.ts';

const answersTo =
  (typed: string) =>
  ({ name, kind, id }: Node): boolean =>
    `${name}\n${serviceOf(kind)?.title ?? kind}\n${id}`.toLowerCase().includes(typed);

/** How long the keyboard rests on a row before it is chosen, in milliseconds. */
const restAfter = 120;

/** Everything that is in the design, as a tree: choose, rename, see what has findings. */
export const OutlinePanel = () => {
  const app = useApp();
  const design = useDesign();
  const isReadOnly = useIsReadOnly();
  const selection = useView('selection');
  const [typed, setTyped] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<NodeId>();
  const [active, setActive] = useState<NodeId>();
  const list = useRef<HTMLDivElement>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const id = useId();
  const wanted = typed.trim().toLowerCase();
  const rows = useMemo(
    () => outlineRows(design, closed, wanted === '' ? undefined : answersTo(wanted)),
    [design, closed, wanted],
  );
  const { from, to, rowHeight } = useVisibleRows(list, rows.length);
  const at = rows.findIndex(({ node }) => node.id === active);

  const show = (index: number): void => {
    const element = list.current;
    if (!element || index < 0) return;
    const top = index * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
  };
  // What is chosen on the canvas is shown here too.
  const [chosen] = selection;
  const showChosen = useRef(show);
  showChosen.current = show;
  const rowsNow = useRef(rows);
  rowsNow.current = rows;
  useEffect(() => {
    if (chosen === undefined) return;
    const index = rowsNow.current.findIndex(({ node }) => node.id === chosen);
    if (index < 0) return;
    setActive(rowsNow.current[index]?.node.id);
    showChosen.current(index);
  }, [chosen]);

  const setOpen = (node: string, isOpen: boolean): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (isOpen) next.delete(node);
      else next.add(node);
      return next;
    });
  const choose = (node: NodeId, isMore: boolean): void => {
    clearTimeout(resting.current);
    setActive(node);
    if (isMore) {
      const next = new Set(selection);
      if (!next.delete(node)) next.add(node);
      app.select(next);
    } else app.select([node]);
    app.canvas?.reveal([node]);
  };
  /** Walking chooses too, but only where it comes to rest: canvas and inspector need not follow every step. */
  const walkTo = (node: NodeId): void => {
    setActive(node);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => choose(node, false), restAfter);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const row = rows[at];
    const step = outlineStep(event.key, rows, at);
    if (step?.kind === 'go') {
      const next = rows[step.to];
      if (next) walkTo(next.node.id);
      show(step.to);
    } else if (step) setOpen(step.id, step.kind === 'open');
    else if (event.key === 'F2' && row && !isReadOnly) setRenaming(row.node.id);
    else if (event.key === ' ' && row) choose(row.node.id, true);
    else if (event.key === 'Enter' && row) app.focus({ kind: 'ids', ids: [row.node.id] });
    else return;
    event.preventDefault();
  };
  const finishRename = (node: Node, name: string | undefined): void => {
    setRenaming(undefined);
    list.current?.focus();
    const next = name?.trim() ?? '';
    if (next !== '' && next !== node.name) app.edit(`Rename "${node.name}"`, rename(node.id, next));
  };

  if (design.nodes.length === 0)
    return (
      <p className={classes.empty}>
        Nothing is drawn yet. Drag a service from Services onto the canvas, or start from a
        template.
      </p>
    );
  return (
    <div className={classes.panel}>
      <div className={classes.search}>
        <SearchField
          label="Filter nodes"
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              list.current?.focus();
            }
          }}
        />
      </div>
      {rows.length === 0 && <p className={classes.empty}>No node is called “{typed}”.</p>}
      <div
        ref={list}
        className={classes.tree}
        role="tree"
        aria-label="Outline"
        aria-multiselectable="true"
        aria-activedescendant={at >= from && at < to ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const first = rows[0];
          if (event.target === event.currentTarget && at < 0 && first) setActive(first.node.id);
        }}
      >
        <div style={{ height: rows.length * rowHeight }} role="presentation">
          <div style={{ transform: `translateY(${from * rowHeight}px)` }} role="presentation">
            {rows.slice(from, to).map((row) => (
              <OutlineItem
                key={row.node.id}
                id={`${id}-${row.node.id}`}
                row={row}
                height={rowHeight}
                isActive={row.node.id === active}
                isRenaming={row.node.id === renaming}
                onToggle={() => setOpen(row.node.id, !row.isOpen)}
                onChoose={(event: MouseEvent) =>
                  choose(row.node.id, event.ctrlKey || event.metaKey || event.shiftKey)
                }
                onRename={() => {
                  if (!isReadOnly) setRenaming(row.node.id);
                }}
                onRenamed={(name) => finishRename(row.node, name)}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
};
