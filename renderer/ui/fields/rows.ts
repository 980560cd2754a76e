/*
 * Rows of a list or a table while somebody edits them. Each has a key of its own, so that a row keeps its focus
 * while others come, go and move.
 */

/** A row of a list. */
export interface Row<T> {
  readonly key: number;
  readonly content: T;
}

/** The rows of some contents, with keys from 1. */
export const rowsOf = <T>(contents: readonly T[]): readonly Row<T>[] =>
  contents.map((content, index) => ({ key: index + 1, content }));

/** What the rows hold. */
export const contentsOf = <T>(rows: readonly Row<T>[]): readonly T[] =>
  rows.map(({ content }) => content);

const nextKey = (rows: readonly Row<unknown>[]): number =>
  rows.reduce((largest, { key }) => Math.max(largest, key), 0) + 1;

/** With one more row at the end. */
export const addRow = <T>(rows: readonly Row<T>[], content: T): readonly Row<T>[] => [
  ...rows,
  { key: nextKey(rows), content },
];

/** Without a row. */
export const removeRow = <T>(rows: readonly Row<T>[], key: number): readonly Row<T>[] =>
  rows.filter((row) => row.key !== key);

/** With another content of a row. */
export const changeRow = <T>(rows: readonly Row<T>[], key: number, content: T): readonly Row<T>[] =>
  rows.map((row) => (row.key === key ? { key, content } : row));

/** With a row one place up or down; the same rows at the end of the list. */
export const moveRow = <T>(rows: readonly Row<T>[], key: number, by: 1 | -1): readonly Row<T>[] => {
  const from = rows.findIndex((row) => row.key === key);
  const to = from + by;
  const [moved, other] = [rows[from], rows[to]];
  if (!moved || !other) return rows;
  return rows.map((row, index) => (index === from ? other : index === to ? moved : row));
};
