/** The word that was probably meant; undefined when none is near. */
export const nearestWord = (word: string, words: readonly string[]): string | undefined => {
  const lower = word.toLowerCase();
  if (word.length > 40) return undefined;
  let nearest: string | undefined;
  let least = word.length > 5 ? 3 : 2;
  for (const one of words) {
    const steps = one.toLowerCase() === lower ? 0 : distance(lower, one.toLowerCase(), least);
    if (steps < least) {
      least = steps;
      nearest = one;
    }
  }
  return nearest;
};

/** How many letters differ, as far as it is less than `enough`. */
const distance = (a: string, b: string, enough: number): number => {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      row.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (before[j + 1] ?? 0) + 1,
          (before[j] ?? 0) + (a[i] === b[j] ? 0 : 1),
        ),
      );
    before = row;
  }
  return before[b.length] ?? enough;
};
