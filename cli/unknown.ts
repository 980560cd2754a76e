import { connections, mechanisms, services } from '../shared/catalog/catalog.ts';
import { quote } from '../shared/lib/problem.ts';
import { rules } from '../shared/rules/index.ts';
import { closest } from '../shared/rules/model/closest.ts';
import { listOf } from '../shared/rules/text.ts';

/*
 * What is said of a word that nobody knows, with the one that was probably meant.
 */

export interface Unknown {
  readonly message: string;
  readonly hint: string;
}

/** Words that hold the typed one, else the one that is spelt almost like it. */
const similarTo = (word: string, words: readonly string[]): readonly string[] => {
  const typed = word.toLowerCase();
  const holding = typed.length < 2 ? [] : words.filter((item) => item.includes(typed));
  if (holding.length > 0) return holding.slice(0, 4);
  const similar = closest(typed, words, Math.max(1, Math.floor(word.length / 3)));
  return similar === undefined ? [] : [similar];
};

/** `Did you mean …?`, or something else to say. */
export const hintOf = (word: string, words: readonly string[], otherwise: string): string => {
  const similar = similarTo(word, words);
  return similar.length === 0 ? otherwise : `Did you mean ${listOf(similar, 'or')}?`;
};

export const unknownRule = (word: string): Unknown => ({
  message: `There is no rule ${quote(word)}.`,
  hint: hintOf(
    word,
    rules.map(({ meta }) => meta.id),
    'isobar rules lists them.',
  ),
});

export const unknownKind = (word: string): Unknown => ({
  message: `There is no kind ${quote(word)}.`,
  hint: hintOf(
    word,
    services.map(({ kind }) => kind),
    'isobar kinds lists them.',
  ),
});

/** Of a word that could name anything that Isobar knows. */
export const unknownThing = (word: string): Unknown => ({
  message: `There is no kind, connection type, rule or mechanism ${quote(word)}.`,
  hint: hintOf(
    word,
    [
      ...services.map(({ kind }) => kind),
      ...rules.map(({ meta }) => meta.id),
      ...mechanisms.map(({ id }) => id),
      ...connections.map(({ id }) => id),
    ],
    'isobar kinds, isobar connections and isobar rules list them.',
  ),
});

export const unknownTemplate = (word: string, names: readonly string[]): Unknown => ({
  message: `There is no template ${quote(word)}.`,
  hint: hintOf(word, names, `There are ${names.join(', ')}.`),
});
