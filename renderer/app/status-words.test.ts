import { expect, test } from 'vitest';
import { placeInWords } from './status-words.ts';

// Local time, as the person's clock shows it.
const noon = new Date(2026, 10, 21, 12, 4).getTime();
const base = { file: 'a.isobar.json', isDirty: false, savedAt: undefined, isReadOnly: false };

test.each([
  [{ ...base, file: undefined }, 'New design'],
  [{ ...base, file: undefined, isDirty: true }, 'Not in a file yet'],
  [base, 'a.isobar.json'],
  [{ ...base, isDirty: true }, 'a.isobar.json, changed'],
  [{ ...base, savedAt: noon }, 'a.isobar.json, saved 12:04'],
  [{ ...base, savedAt: noon, isDirty: true }, 'a.isobar.json, changed, saved 12:04'],
  [{ ...base, isReadOnly: true }, 'a.isobar.json, read-only'],
])('%o', (facts, words) => expect(placeInWords(facts)).toBe(words));
