import { isPlainObject } from '../../catalog/json-text.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isIntrinsic } from '../../model/value.ts';

/** What SNS limits in a filter policy. https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
export interface FilterPolicyFacts {
  /** Only keys that have values count, however deep they are. */
  readonly keys: number;
  /** The product of the numbers of values, each times its depth; undefined when nobody can tell. */
  readonly combinations: number | undefined;
  /** A field inside of another: bodies have that, attributes do not. */
  readonly isNested: boolean;
  /** The first field whose values are no list. */
  readonly single: string | undefined;
}

interface Leaf {
  readonly path: string;
  readonly depth: number;
  readonly values: Json;
}

const or = '$or';

const leavesOf = (policy: JsonObject, path: readonly string[] = []): readonly Leaf[] =>
  Object.entries(policy).flatMap(([key, values]): readonly Leaf[] => {
    const here = [...path, key];
    return isPlainObject(values)
      ? leavesOf(values, here)
      : [{ path: here.join('.'), depth: here.length, values }];
  });

/** Counts what SNS limits in the policy. */
export const filterPolicyFacts = (policy: JsonObject): FilterPolicyFacts => {
  const leaves = leavesOf(policy);
  let combinations: number | undefined = 1;
  for (const { path, depth, values } of leaves)
    combinations =
      combinations === undefined || !Array.isArray(values) || path.split('.').at(-1) === or
        ? undefined
        : combinations * values.length * depth;
  return {
    keys: leaves.length,
    combinations,
    isNested: leaves.some(({ depth }) => depth > 1),
    single: leaves.find(({ values }) => !Array.isArray(values) && !isIntrinsic(values))?.path,
  };
};
