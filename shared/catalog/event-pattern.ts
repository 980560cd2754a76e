import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts';
import { isIntrinsic } from '../model/value.ts';

/*
 * Event patterns: which fields an event must have, and which values they may have. Rules of event buses, pipes and
 * event source mappings use them. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 *
 * An intrinsic anywhere in a pattern is unknown: it is no problem and it may match anything.
 */

/** A place where a pattern is not what EventBridge takes. */
export interface PatternProblem {
  /** `detail.status` */
  readonly path: string;
  /** For the end of a sentence. */
  readonly problem: string;
  /** A single value stands where its list should: `wrapScalars` mends that. */
  readonly isScalar?: true;
}

const or = '$or';

const isScalar = (value: Json): value is string | number | boolean | null =>
  value === null || typeof value !== 'object';

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isTextOrTexts = (value: Json): boolean =>
  typeof value === 'string' ||
  (isList(value) && value.length > 0 && value.every((item) => typeof item === 'string'));

const isCaseless = (value: Json): boolean =>
  isJsonObject(value) &&
  Object.keys(value).length === 1 &&
  isTextOrTexts(value['equals-ignore-case'] ?? null);

const comparisons = new Set(['=', '<', '<=', '>', '>=']);
const isNumeric = (value: Json): boolean =>
  isList(value) &&
  (value.length === 2 || value.length === 4) &&
  value.every((item, at) =>
    at % 2 === 0 ? typeof item === 'string' && comparisons.has(item) : typeof item === 'number',
  );

const isAnythingBut = (value: Json): boolean => {
  if (isList(value)) return value.length > 0 && value.every(isScalar);
  if (!isJsonObject(value)) return true;
  const [[key = '', operand = null] = [], ...more] = Object.entries(value);
  return (
    more.length === 0 &&
    ['prefix', 'suffix', 'wildcard', 'equals-ignore-case'].includes(key) &&
    (isTextOrTexts(operand) || isCaseless(operand))
  );
};

/** What a content filter takes. */
const operators: Readonly<Record<string, (operand: Json) => boolean>> = {
  prefix: (operand) => typeof operand === 'string' || isCaseless(operand),
  suffix: (operand) => typeof operand === 'string' || isCaseless(operand),
  wildcard: (operand) => typeof operand === 'string',
  'equals-ignore-case': (operand) => typeof operand === 'string',
  exists: (operand) => typeof operand === 'boolean',
  cidr: (operand) => typeof operand === 'string',
  numeric: isNumeric,
  'anything-but': isAnythingBut,
};

const filterProblem = (filter: JsonObject): string | undefined => {
  const entries = Object.entries(filter);
  const [name, operand] = entries[0] ?? ['', null];
  if (entries.length !== 1) return 'has a filter that is not exactly one comparison';
  if (!Object.hasOwn(operators, name)) return `has the unknown comparison "${name}"`;
  return isIntrinsic(operand) || operators[name]?.(operand)
    ? undefined
    : `has the comparison "${name}" with a value that it does not take`;
};

const leafProblem = (values: readonly Json[]): string | undefined => {
  if (values.length === 0) return 'has an empty list, which matches nothing';
  for (const value of values) {
    if (isScalar(value) || isIntrinsic(value)) continue;
    if (isList(value)) return 'has a list inside a list';
    const problem = isJsonObject(value) ? filterProblem(value) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
};

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Everything in a pattern that EventBridge does not take, in the order of the pattern. */
export const patternProblems = (pattern: JsonObject, path = ''): readonly PatternProblem[] =>
  Object.entries(pattern).flatMap(([key, value]): readonly PatternProblem[] => {
    const here = joined(path, key);
    if (isIntrinsic(value)) return [];
    if (key === or) {
      const isListOfPatterns = isList(value) && value.length > 0 && value.every(isJsonObject);
      if (!isListOfPatterns)
        return [{ path: here, problem: 'has alternatives that are no list of patterns' }];
      return value.flatMap((branch, at) => patternProblems(branch, `${here}[${at}]`));
    }
    if (isList(value)) {
      const problem = leafProblem(value);
      return problem === undefined ? [] : [{ path: here, problem }];
    }
    if (isJsonObject(value)) return patternProblems(value, here);
    return [{ path: here, problem: 'has a value that is not in a list', isScalar: true }];
  });

/** The pattern with every single value put into a list. */
export const wrapScalars = (pattern: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(pattern).map(([key, value]): [string, Json] => {
      if (isIntrinsic(value)) return [key, value];
      if (key === or && isList(value))
        return [key, value.map((branch) => (isJsonObject(branch) ? wrapScalars(branch) : branch))];
      if (isList(value)) return [key, value];
      return [key, isJsonObject(value) ? wrapScalars(value) : [value]];
    }),
  );

/** The conditions of a pattern, one list for each field; those inside of alternatives are left out. */
const leavesOf = (
  pattern: JsonObject,
  path = '',
): readonly (readonly [string, readonly Json[]])[] =>
  Object.entries(pattern).flatMap(([key, value]): (readonly [string, readonly Json[]])[] => {
    if (key === or || isIntrinsic(value)) return [];
    // In quotes: a name with a dot in it is not two names.
    const here = `${path}.${JSON.stringify(key)}`;
    if (isList(value)) return [[here, value]];
    return isJsonObject(value) ? [...leavesOf(value, here)] : [];
  });

/** True when a comparison of the pattern has a wildcard, wherever it stands. */
export const hasWildcard = (value: Json): boolean => {
  if (isList(value)) return value.some(hasWildcard);
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) => (key === 'wildcard' && !isList(inner)) || hasWildcard(inner),
  );
};

/** True when every event that has the field fits: a condition that excludes nothing is none. */
const fitsAll = (values: readonly Json[]): boolean =>
  values.some(
    (value) =>
      isJsonObject(value) && (value.prefix === '' || value.suffix === '' || value.wildcard === '*'),
  );

/** Fields that say nothing of what has happened, only of where and when. */
const circumstances = new Set(['account', 'region', 'version', 'id', 'time']);

/** True when a pattern lets through whatever comes over the bus. */
export const isCatchAll = (pattern: JsonObject): boolean =>
  Object.entries(pattern).every(
    ([key, value]) =>
      circumstances.has(key) ||
      (isJsonObject(value) && !isIntrinsic(value) && Object.keys(value).length === 0) ||
      (isList(value) && fitsAll(value)),
  );

/** True when a value that one condition of each list takes can exist. Lists may be long, and are mostly plain values. */
const mayShare = (ones: readonly Json[], others: readonly Json[]): boolean => {
  const plain = new Set<Json>(others.filter(isScalar));
  const filters = others.filter((value) => !isScalar(value));
  return ones.some((one) =>
    isScalar(one)
      ? plain.has(one) || filters.some((other) => mayBothMatch(one, other))
      : others.some((other) => mayBothMatch(one, other)),
  );
};

/** True when a value that both conditions take can exist. */
const mayBothMatch = (one: Json, other: Json): boolean => {
  if (isIntrinsic(one) || isIntrinsic(other)) return true;
  if (isScalar(one)) return isScalar(other) ? one === other : filterTakes(other, one);
  if (isScalar(other)) return filterTakes(one, other);
  if (!isJsonObject(one) || !isJsonObject(other)) return true;
  if (one.exists === false || other.exists === false)
    return one.exists === other.exists && one.exists !== undefined;
  const [first, second] = [one.prefix, other.prefix];
  if (typeof first === 'string' && typeof second === 'string')
    return first.startsWith(second) || second.startsWith(first);
  const [end, otherEnd] = [one.suffix, other.suffix];
  if (typeof end === 'string' && typeof otherEnd === 'string')
    return end.endsWith(otherEnd) || otherEnd.endsWith(end);
  return true;
};

/** True unless it is certain that a content filter does not take the value. */
const filterTakes = (filter: Json, value: string | number | boolean | null): boolean => {
  if (!isJsonObject(filter)) return true;
  if (filter.exists === false) return false;
  const text = typeof value === 'string' ? value : undefined;
  if (typeof filter.prefix === 'string') return text?.startsWith(filter.prefix) ?? false;
  if (typeof filter.suffix === 'string') return text?.endsWith(filter.suffix) ?? false;
  if (isList(filter.numeric) && typeof value === 'number') return inRange(filter.numeric, value);
  const excluded = filter['anything-but'];
  if (excluded === undefined || isJsonObject(excluded)) return true;
  return isList(excluded) ? !excluded.includes(value) : excluded !== value;
};

const inRange = (numeric: readonly Json[], value: number): boolean =>
  numeric.every((operand, at) => {
    const operator = numeric[at - 1];
    if (at % 2 === 0 || typeof operand !== 'number') return true;
    if (operator === '=') return value === operand;
    if (operator === '<') return value < operand;
    if (operator === '<=') return value <= operand;
    if (operator === '>') return value > operand;
    return operator !== '>=' || value >= operand;
  });

/** True when no event fits both patterns, as far as their fields alone can prove it. */
export const areDisjoint = (one: JsonObject, other: JsonObject): boolean => {
  const conditions = new Map(leavesOf(other));
  return leavesOf(one).some(([path, values]) => {
    const others = conditions.get(path);
    return others !== undefined && !mayShare(values, others);
  });
};
