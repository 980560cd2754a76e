import type { PropertyDefinition, PropertyTable } from '../shared/catalog/property.ts';

/** A table of properties as plain data: what people and programs may know of it. */
export const propertiesAsData = (table: PropertyTable): readonly object[] =>
  Object.entries(table).map(([name, definition]) => ({
    name,
    type: definition.type,
    ...pick(definition, [
      'default',
      'required',
      'min',
      'max',
      'maxLength',
      'pattern',
      'values',
      'unit',
      'kinds',
      'help',
      'advanced',
    ]),
    ...(definition.when !== undefined && { conditional: true }),
  }));

const pick = (
  definition: PropertyDefinition,
  names: readonly (keyof PropertyDefinition)[],
): object =>
  Object.fromEntries(
    names.flatMap((name) => (definition[name] === undefined ? [] : [[name, definition[name]]])),
  );

/** What a property takes, in a few words: `1 to 900 s, 3 unless set`. */
export const describeProperty = ({
  type,
  values,
  min,
  max,
  unit,
  required,
  default: standard,
}: PropertyDefinition): string => {
  const bounds =
    min !== undefined && max !== undefined
      ? `${min} to ${max}`
      : min !== undefined
        ? `at least ${min}`
        : max !== undefined
          ? `at most ${max}`
          : undefined;
  const shown =
    standard === undefined || isEmpty(standard)
      ? undefined
      : `${typeof standard === 'string' ? standard : JSON.stringify(standard)} unless set`;
  return [
    values === undefined
      ? [bounds ?? (type === 'boolean' ? 'true or false' : type), unit].filter(Boolean).join(' ')
      : values.length > 6
        ? `one of ${values.slice(0, 5).join(', ')}, and ${values.length - 5} more`
        : `one of ${values.join(', ')}`,
    ...(required && shown === undefined ? ['required'] : []),
    ...(shown === undefined ? [] : [shown]),
  ].join('; ');
};

const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
