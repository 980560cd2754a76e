import type { Json } from '../../lib/json.ts';
import { type Intrinsic, isIntrinsic } from '../../model/value.ts';

/**
 * True for an intrinsic function in a definition. `Condition` alone is none there: Choice rules have such a field, and
 * so may the arguments of a task.
 */
export const isFunctionOf = (value: Json | undefined): value is Intrinsic =>
  isIntrinsic(value) && !Object.hasOwn(value, 'Condition');

/** True for a value that only the deployment knows. */
export const isOpenValue = (value: Json | undefined): boolean =>
  typeof value === 'string' ? value.includes('${') : isFunctionOf(value);
