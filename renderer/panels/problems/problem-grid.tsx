import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { showProblem } from '../../commands/problems.ts';
import { useApp, useView } from '../../store/hooks.ts';
import type { ProblemList, ProblemsView } from '../../store/problem-list.ts';
import { GroupHeading, ProblemRow } from './problem-row.tsx';
import classes from './problems-panel.module.css';
import {
  groupKey,
  layoutRows,
  type Row,
  type RowLayout,
  rowsInView,
  scrollToShow,
  steadyScroll,
} from './rows.ts';
import { useHeightOf } from './use-height-of.ts';

/** Where the list is scrolled to, kept while another tab is shown. */
const scrolled = { to: 0 };

/** The list of problems: only what is in view is drawn, and what is in view stays where it is while the design changes. */
export const ProblemGrid = ({
  list,
  label,
}: {
  readonly list: ProblemList;
  readonly label: string;
}) => {
  const app = useApp();
  const { current, open, folded } = useView('problems');
  const [rowProbe, rowHeight] = useHeightOf(32);
  const [openProbe, openHeight] = useHeightOf(220);
  const box = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(scrolled.to);
  const [viewHeight, setViewHeight] = useState(200);
  // The person is in the list: focus that falls out because its row goes is put back.
  const hasFocus = useRef(false);
  const change = useCallback(
    (next: Partial<ProblemsView>) =>
      app.setView(({ problems }) => ({ problems: { ...problems, ...next } })),
    [app],
  );

  const layout = useMemo(
    () => layoutRows(list, folded, open, { row: rowHeight, open: openHeight }),
    [list, folded, open, rowHeight, openHeight],
  );
  const drawn = useRef<{ readonly layout: RowLayout; readonly current: string | undefined }>(
    undefined,
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setViewHeight(element.clientHeight));
    observer.observe(element);
    setViewHeight(element.clientHeight);
    element.scrollTop = scrolled.to;
    return () => observer.disconnect();
  }, []);

  // After every change of the list, and before it is painted.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = drawn.current;
    drawn.current = { layout, current };
    if (before && before.layout !== layout) {
      const steady = steadyScroll(
        before.layout,
        layout,
        element.scrollTop,
        element.clientHeight,
        current,
      );
      if (steady !== element.scrollTop) element.scrollTop = steady;
    }
    const index = current === undefined ? undefined : layout.indexOf.get(current);
    if (current !== undefined && index === undefined && before && hasFocus.current) {
      // The row is gone, most likely because its problem is: the next one takes its place.
      const was = before.layout.indexOf.get(current);
      const next =
        was === undefined ? undefined : layout.rows[Math.min(was, layout.rows.length - 1)];
      if (next) change({ current: next.key });
      return;
    }
    const row = index === undefined ? undefined : layout.rows[index];
    if (!row) return;
    const isNews =
      before?.current !== current ||
      (row.kind === 'entry' && row.isOpen && !wasOpen(before?.layout, row.key));
    if (isNews) element.scrollTop = scrollToShow(row, element.scrollTop, element.clientHeight);
    if (
      hasFocus.current &&
      (before?.current !== current || document.activeElement === document.body)
    )
      rowElement(element, row.key)?.focus({ preventScroll: true });
  }, [layout, current, change]);

  const toggle = useCallback(
    (row: Row) => {
      if (row.kind === 'group') {
        const { folded: before } = app.state.view.problems;
        const next = new Set(before);
        if (!next.delete(row.group)) next.add(row.group);
        change({ folded: next, current: row.key });
      } else change({ open: row.isOpen ? undefined : row.key, current: row.key });
    },
    [app, change],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const element = box.current;
    if (!element || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
    const index = layout.indexOf.get(current ?? '') ?? 0;
    const row = layout.rows[index];
    if (!row) return;
    if (!isOnRow) {
      if (event.key !== 'Escape' || !element.contains(event.target as globalThis.Node)) return;
      event.preventDefault();
      rowElement(element, row.key)?.focus();
      return;
    }
    const go = (to: number): void => {
      const next = layout.rows[Math.max(0, Math.min(to, layout.rows.length - 1))];
      if (next) change({ current: next.key });
    };
    const page = Math.max(1, Math.floor(element.clientHeight / rowHeight) - 1);
    const isExpanded = row.kind === 'group' ? !row.isFolded : row.isOpen;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      PageDown: () => go(index + page),
      PageUp: () => go(index - page),
      Home: () => go(0),
      End: () => go(layout.rows.length - 1),
      ArrowRight: () => (isExpanded ? go(index + 1) : toggle(row)),
      ArrowLeft: () => {
        if (isExpanded) toggle(row);
        else if (row.kind === 'entry') change({ current: groupKey(row.group) });
      },
      ' ': () => toggle(row),
      Enter: () => (row.kind === 'group' ? toggle(row) : showProblem(app, row.entry)),
      f: () => rowElement(element, row.key)?.querySelector<HTMLElement>('[data-fix]')?.click(),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  const isKnown = current !== undefined && layout.indexOf.has(current);
  const entryPoint = isKnown ? current : layout.rows[0]?.key;
  return (
    <div
      ref={box}
      className={classes.grid}
      onScroll={(event) => {
        scrolled.to = event.currentTarget.scrollTop;
        setScrollTop(scrolled.to);
      }}
    >
      <div ref={rowProbe} className={classes.probe} aria-hidden="true" />
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML has no element of its own for a table that folds.
        role="treegrid"
        aria-label={label}
        aria-readonly="true"
        className={classes.rows}
        style={{ height: layout.height }}
        onFocus={(event) => {
          hasFocus.current = true;
          const { row } = event.target.dataset;
          if (row !== undefined && row !== current) change({ current: row });
        }}
        onBlur={(event) => {
          // A row that is taken away loses focus to nobody.
          if (event.relatedTarget !== null || event.target.isConnected) hasFocus.current = false;
        }}
        onKeyDown={onKeyDown}
      >
        {rowsInView(layout, scrollTop, viewHeight, [entryPoint, open]).map((row) =>
          row.kind === 'group' ? (
            <GroupHeading
              key={row.key}
              row={row}
              isCurrent={row.key === entryPoint}
              onToggle={toggle}
            />
          ) : (
            <ProblemRow
              key={row.key}
              row={row}
              isCurrent={row.key === entryPoint}
              onToggle={toggle}
              measure={openProbe}
            />
          ),
        )}
      </table>
    </div>
  );
};

const wasOpen = (layout: RowLayout | undefined, key: string): boolean => {
  const row = layout?.rows[layout.indexOf.get(key) ?? -1];
  return row?.kind === 'entry' && row.isOpen;
};

const rowElement = (box: HTMLElement, key: string): HTMLElement | null =>
  box.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
