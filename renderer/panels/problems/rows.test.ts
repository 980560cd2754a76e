import { describe, expect, test } from 'vitest';
import { design, node } from '../../../shared/rules/examples.ts';
import type { Finding } from '../../../shared/rules/rule.ts';
import { listProblems, noFilter } from '../../store/problem-list.ts';
import { layoutRows, type Row, rowsInView, scrollToShow, steadyScroll } from './rows.ts';

const heights = { row: 30, open: 200 };
const at = (id: string, severity: Finding['severity'] = 'error'): Finding => ({
  rule: 'sqs/no-dlq',
  severity,
  messageKey: 'key',
  message: id,
  at: { kind: 'node', id },
  data: {},
  fixes: [],
});
const keyOf = (id: string): string => `node ${id} sqs/no-dlq key `;
const layout = (ids: readonly string[], open?: string, folded: readonly 'error'[] = []) =>
  layoutRows(
    listProblems(
      ids.map((id) => at(id)),
      design(...[...new Set(ids)].map((id) => node('sqs-queue', id))),
      noFilter,
      new Set(),
    ),
    new Set(folded),
    open,
    heights,
  );
const hundred = Array.from({ length: 100 }, (_, index) => `n${index}`);
const namesOf = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => (row.kind === 'group' ? row.group : row.entry.finding.message));

test('rows stand one below the other, the open one with the room it needs', () => {
  const { rows, height } = layout(['a', 'b', 'c'], keyOf('b'));
  expect(rows.map(({ top }) => top)).toEqual([0, 30, 60, 260]);
  expect(height).toBe(290);
});

test('a folded group shows its heading and how many it holds', () => {
  const { rows } = layout(['a', 'b'], undefined, ['error']);
  expect(rows).toMatchObject([{ kind: 'group', count: 2, isFolded: true }]);
});

test('a place is named once for the rows that follow one another', () => {
  const { rows } = layout(['a', 'a', 'b']);
  expect(rows.map((row) => row.kind === 'entry' && row.startsPlace)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('of many rows only those in view are drawn, and the kept one', () => {
  const rows = rowsInView(layout(hundred), 1500, 120, [keyOf('n3'), 'no such row']);
  expect(rows.length).toBeLessThan(25);
  expect(namesOf(rows)[0]).toBe('n3');
  expect(namesOf(rows)).toEqual(expect.arrayContaining(['n49', 'n52']));
});

describe('when the list changes', () => {
  const before = layout(hundred);

  test('what was in view stays where it was', () => {
    const after = layout(['new', ...hundred.filter((id) => id !== 'n50')]);
    // n40 was at the top edge: it is one row further down now.
    expect(steadyScroll(before, after, 1230, 120, undefined)).toBe(1260);
  });

  test('the row that the person is at stays, though one above it in view has gone', () => {
    const after = layout(hundred.filter((id) => id !== 'n41'));
    expect(steadyScroll(before, after, 1230, 120, keyOf('n42'))).toBe(1200);
  });

  test('a row in view that has gone hands over to the next', () => {
    const after = layout(hundred.slice(41));
    expect(steadyScroll(before, after, 1230, 120, undefined)).toBe(0);
  });

  test('at the very top news is shown', () => {
    expect(steadyScroll(before, layout(['new', ...hundred]), 0, 120, undefined)).toBe(0);
  });

  test('a list that became short ends at its end', () => {
    expect(steadyScroll(before, layout(['n98', 'n99']), 2970, 60, undefined)).toBe(30);
  });
});

test('a row is brought into view by the shortest way, its beginning first', () => {
  const [, , third] = layout(['a', 'b', 'c'], keyOf('b')).rows;
  if (!third) throw new Error('no row');
  expect(scrollToShow(third, 0, 400)).toBe(0);
  expect(scrollToShow(third, 0, 220)).toBe(40);
  expect(scrollToShow(third, 200, 100)).toBe(60);
});
