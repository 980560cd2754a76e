/** What a comparison of a Choice rule takes. */
export type ComparedWith = 'text' | 'number' | 'flag' | 'time' | 'path';

const orders = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];

const ofType = (
  type: string,
  words: readonly string[],
  takes: ComparedWith,
): readonly (readonly [string, ComparedWith])[] =>
  words.flatMap((word) => [
    [`${type}${word}`, takes] as const,
    [`${type}${word}Path`, 'path'] as const,
  ]);

/**
 * The comparisons of JSONPath rules and what each takes.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules
 */
export const comparisons: ReadonlyMap<string, ComparedWith> = new Map([
  ...ofType('String', orders, 'text'),
  ['StringMatches', 'text'],
  ...ofType('Numeric', orders, 'number'),
  ...ofType('Boolean', ['Equals'], 'flag'),
  ...ofType('Timestamp', orders, 'time'),
  ...['IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'].map(
    (word) => [word, 'flag'] as const,
  ),
]);

/** Time as the language writes it: RFC 3339 with a large T, and a large Z where no offset stands. */
export const timePattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
