import { type ExpressionObject, isExpressionObject } from './expression.ts';

/** Both together; what both say about the same setting is put together too, and the first one counts. */
export const mergedSettings = (
  one: ExpressionObject,
  other: ExpressionObject,
): ExpressionObject => ({
  ...one,
  ...Object.fromEntries(
    Object.entries(other).map(([key, value]) => {
      const present = one[key];
      return [
        key,
        isExpressionObject(present) && isExpressionObject(value) ? { ...value, ...present } : value,
      ];
    }),
  ),
});
