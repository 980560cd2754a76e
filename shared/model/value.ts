import { isJsonObject, type Json } from '../lib/json.ts';

/**
 * A CloudFormation intrinsic function as the user wrote it (`{ Ref: 'Seconds' }`, `{ 'Fn::Sub': '...' }`).
 * It is kept as it came: never resolved, never flattened.
 */
export type Intrinsic = { readonly [fn: string]: Json };

/** A property's value: a literal, or an intrinsic whose value nobody knows before deployment. */
export type Value<T extends Json = Json> = T | Intrinsic;

/** True for an object with the single key `Ref`, `Condition` or `Fn::…`. */
export const isIntrinsic = (value: unknown): value is Intrinsic => {
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  const [key] = keys;
  return (
    keys.length === 1 &&
    key !== undefined &&
    (key === 'Ref' || key === 'Condition' || key.startsWith('Fn::'))
  );
};

/** True when an intrinsic stands anywhere in the value. */
export const hasIntrinsic = (value: unknown): boolean =>
  isIntrinsic(value) ||
  (Array.isArray(value)
    ? value.some(hasIntrinsic)
    : isJsonObject(value) && Object.values(value).some(hasIntrinsic));
