/*
 * Finding by a few typed letters, for palettes and lists. Pure and quick: some thousand texts for each letter typed.
 */

/** Where a letter may begin a word: at the start, after a sign, and where small letters turn large. */
const startsWord = (text: string, at: number): boolean => {
  if (at === 0) return true;
  const before = text[at - 1] ?? '';
  const here = text[at] ?? '';
  if (!/[\p{L}\p{N}]/u.test(before)) return true;
  return /\p{Ll}/u.test(before) && /\p{Lu}/u.test(here);
};

const endsWord = (text: string, at: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[at] ?? ' ') || startsWord(text, at);

/** How well one word is found in a text as it was typed; 0 when it is not. */
const scoreWhole = (term: string, text: string, lower: string): number => {
  const first = lower.indexOf(term);
  if (first >= 0) {
    for (let at = first; at >= 0; at = lower.indexOf(term, at + 1)) {
      if (!startsWord(text, at)) continue;
      const ends = endsWord(text, at + term.length);
      // A whole word, then the beginning of one; the earlier in the text the better.
      return (ends ? 120 : 100) - Math.min(20, at / 4);
    }
    return 60 - Math.min(20, first / 4);
  }
  return 0;
};

/** The same for letters in order, each at the start of a word or right after the one before: `dlq`, `cfd`. */
const scoreLetters = (term: string, text: string, lower: string): number => {
  let at = 0;
  let starts = 0;
  let previous = -2;
  for (const letter of term) {
    let found = lower.indexOf(letter, at);
    while (found >= 0 && found !== previous + 1 && !startsWord(text, found))
      found = lower.indexOf(letter, found + 1);
    if (found < 0) return 0;
    if (startsWord(text, found)) starts += 1;
    previous = found;
    at = found + 1;
  }
  return 10 + Math.min(30, starts * 8);
};

/**
 * How well a text answers what was typed; undefined when it does not. Every typed word must be found, in any
 * order. `more` are words that also lead there, but count less than the text itself. Nothing typed finds all alike.
 */
export const fuzzyScore = (typed: string, text: string, more = ''): number | undefined => {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length === 0) return 0;
  const lower = text.toLowerCase();
  const moreLower = more.toLowerCase();
  let score = 0;
  for (const term of terms) {
    const own = scoreWhole(term, text, lower) || scoreLetters(term, text, lower);
    const other = more === '' ? 0 : scoreWhole(term, more, moreLower) * 0.8;
    const best = Math.max(own, other);
    if (best === 0) return undefined;
    score += best;
  }
  // Of two that answer alike the shorter one is meant.
  return score / terms.length - Math.min(8, text.length / 20);
};

/** The items that answer what was typed, the best first; those that answer alike keep their order. */
export const fuzzyFind = <T>(
  typed: string,
  items: readonly T[],
  textOf: (item: T) => string,
  moreOf: (item: T) => string = () => '',
): readonly T[] => {
  if (typed.trim() === '') return items;
  return items
    .flatMap((item) => {
      const score = fuzzyScore(typed, textOf(item), moreOf(item));
      return score === undefined ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
};
