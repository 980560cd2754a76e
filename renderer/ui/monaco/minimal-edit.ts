/** A part of a text, by its offsets, and what takes its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The one run of whole lines in which two texts differ; undefined when they are equal. */
export const minimalEdit = (before: string, after: string): TextEdit | undefined => {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  // Whole lines: a character of two units is never cut in half.
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const lineEnd = before.indexOf('\n', before.length - tail);
  tail = lineEnd < 0 ? 0 : before.length - lineEnd;
  return {
    start,
    end: before.length - tail,
    text: after.slice(start, after.length - tail),
  };
};
