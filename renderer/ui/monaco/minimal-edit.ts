/** Lines that take the place of others; lines are counted from 1, `last` is before `first` when none is replaced. */
export interface LineEdit {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** The one run of lines in which two texts differ; undefined when they are equal. Ends of lines are `\n`. */
export const minimalEdit = (before: string, after: string): LineEdit | undefined => {
  if (before === after) return undefined;
  const old = before.split('\n');
  const next = after.split('\n');
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === next[next.length - 1 - tail])
    tail += 1;
  return {
    first: head + 1,
    last: old.length - tail,
    lines: next.slice(head, next.length - tail),
  };
};
