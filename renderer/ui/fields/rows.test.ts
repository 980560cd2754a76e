import { describe, expect, it } from 'vitest';
import { addRow, changeRow, contentsOf, moveRow, removeRow, rowsOf } from './rows.ts';

const rows = rowsOf(['a', 'b', 'c']);

describe('rows', () => {
  it('keep their keys while others come, go and change', () => {
    const changed = changeRow(removeRow(addRow(rows, 'd'), 2), 3, 'C');
    expect(changed).toEqual([
      { key: 1, content: 'a' },
      { key: 3, content: 'C' },
      { key: 4, content: 'd' },
    ]);
    expect(addRow(changed, 'e').at(-1)?.key).toBe(5);
  });

  it('move one place up and down', () => {
    expect(contentsOf(moveRow(rows, 2, -1))).toEqual(['b', 'a', 'c']);
    expect(contentsOf(moveRow(rows, 2, 1))).toEqual(['a', 'c', 'b']);
  });

  it('stay where they are at the ends, and when there is no such row', () => {
    expect(moveRow(rows, 1, -1)).toBe(rows);
    expect(moveRow(rows, 3, 1)).toBe(rows);
    expect(moveRow(rows, 9, 1)).toBe(rows);
  });
});
