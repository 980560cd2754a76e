import { wordsOf } from './words.ts';

/*
 * How well a text answers what somebody typed into a search field. One measure for every list in the window, so
 * that the same letters find the same things everywhere.
 */

/** What can be found: what it is called, and other words that people use for it. */
export interface Findable {
  readonly title: string;
  readonly words?: string | undefined;
}

const ranks = { start: 0, word: 1, other: 2, inside: 3, initials: 4, letters: 6 } as const;

/**
 * How far a text is from what was typed: 0 is closest, undefined is not a match. Each typed word has to be found:
 * at the start of the title, of one of its words, of the other words, inside, as initials, or letter by letter.
 */
export const matchDistance = (
  typed: string,
  { title, words = '' }: Findable,
): number | undefined => {
  const wanted = wordsOf(typed).map((word) => word.toLowerCase());
  const whole = wordsOf(title).join(' ').toLowerCase();
  const own = whole.split(' ');
  const more = words.toLowerCase().split(/\s+/);
  let sum = 0;
  for (const word of wanted) {
    const distance = distanceOf(word, whole, own, more);
    if (distance === undefined) return undefined;
    sum += distance;
  }
  // Of equal ones, the title that says the least besides what was typed.
  return wanted.length === 0 ? 0 : sum + whole.length / 1000;
};

const distanceOf = (
  word: string,
  whole: string,
  own: readonly string[],
  more: readonly string[],
): number | undefined => {
  // `DynamoDB` is two words here and one where it is typed.
  if (whole.startsWith(word) || whole.replaceAll(' ', '').startsWith(word)) return ranks.start;
  if (own.some((part) => part.startsWith(word))) return ranks.word;
  if (more.some((part) => part.startsWith(word))) return ranks.other;
  if (whole.replaceAll(' ', '').includes(word)) return ranks.inside;
  if (
    word.length > 1 &&
    own
      .map((part) => part.charAt(0))
      .join('')
      .startsWith(word)
  )
    return ranks.initials;
  // One letter of a name says nothing, so three at least.
  return word.length > 2 && hasInOrder(word, whole) ? ranks.letters : undefined;
};

const hasInOrder = (letters: string, text: string): boolean => {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

/** Those that match, the closest first; of equal ones the order stays. All of them while nothing is typed. */
export const matching = <T extends Findable>(typed: string, items: readonly T[]): readonly T[] =>
  items
    .map((item) => ({ item, distance: matchDistance(typed, item) }))
    .filter((found): found is { item: T; distance: number } => found.distance !== undefined)
    .sort((a, b) => a.distance - b.distance)
    .map(({ item }) => item);
