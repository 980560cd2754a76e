import type { PropertyReader, PropertyTable } from '../catalog/property.ts';
import type { Json } from '../lib/json.ts';
import { listOf } from '../rules/text.ts';

/*
 * Conditions are functions, which nobody can print. But most look at one setting, and that can be found by trying:
 * with which value of which setting does the answer change?
 */

/** Values that are changed from their defaults, by the owner of the table. */
export type Changed = Readonly<Record<string, Readonly<Record<string, Json>> | undefined>>;

/** Reads what was changed, else the default. */
export const readerWith =
  (table: PropertyTable, changed: Readonly<Record<string, Json>> = {}): PropertyReader =>
  (name) =>
    Object.hasOwn(changed, name)
      ? changed[name]
      : Object.hasOwn(table, name)
        ? table[name]?.default
        : undefined;

const holdsSafely = (holds: (changed: Changed) => boolean, changed: Changed): boolean => {
  try {
    return holds(changed);
  } catch {
    // A condition that cannot stand a lonely value says nothing.
    return false;
  }
};

/**
 * When a condition holds, in words: `when fifoQueue is true`. Undefined when it always holds, or when no single
 * setting decides.
 */
export const conditionOf = (
  holds: (changed: Changed) => boolean,
  tables: Readonly<Record<string, PropertyTable>>,
): string | undefined => {
  const isUsual = holdsSafely(holds, {});
  const deciding = Object.entries(tables).flatMap(([owner, table]) =>
    Object.entries(table).flatMap(([name, { type, values, default: standard }]) => {
      const tried: readonly (string | number | boolean)[] =
        type === 'boolean' ? [true, false] : (values ?? []);
      const good = tried.filter((value) => holdsSafely(holds, { [owner]: { [name]: value } }));
      if (isUsual ? good.length === tried.length : good.length === 0) return [];
      const whose = owner === 'own' ? '' : ` of the ${owner}`;
      const isUnsetGood = isUsual && standard === undefined;
      return [
        `${name}${whose} is ${listOf([...good.map(String), ...(isUnsetGood ? ['not set'] : [])], 'or')}`,
      ];
    }),
  );
  if (deciding.length === 0) return undefined;
  return isUsual ? `while ${listOf(deciding)}` : `when ${listOf(deciding, 'or')}`;
};
