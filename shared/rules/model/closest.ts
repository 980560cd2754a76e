/** How many letters must be added, removed or replaced to turn one text into the other. */
export const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The most similar of the words, if it is at most so far away. */
export const closest = (
  text: string,
  words: readonly string[],
  furthest = 3,
): string | undefined => {
  let best: string | undefined;
  let distance = furthest + 1;
  for (const word of words) {
    if (Math.abs(word.length - text.length) >= distance) continue;
    const here = editDistance(text, word);
    if (here < distance) {
      best = word;
      distance = here;
    }
  }
  return best;
};
