import { serviceOf } from '../catalog/catalog.ts';
import type { PropertyDefinition, PropertyTable } from '../catalog/property.ts';
import type { Json } from '../lib/json.ts';
import { formatNumber } from '../rules/text.ts';
import { conditionOf, readerWith } from './condition.ts';
import type { Block, Text } from './page.ts';

/** A property as plain data: what people and programs may know of it. */
export interface PropertyFacts {
  readonly name: string;
  readonly type: PropertyDefinition['type'];
  /** What it takes, in words. */
  readonly takes: string;
  readonly default?: Json;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly values?: readonly (string | number)[];
  readonly open?: boolean;
  readonly unit?: string;
  readonly kinds?: readonly string[];
  readonly help?: string;
  readonly advanced?: boolean;
  readonly conditional?: true;
  /** When it counts, as far as single settings decide. */
  readonly condition?: string;
}

const copied = [
  'default',
  'required',
  'min',
  'max',
  'maxLength',
  'pattern',
  'values',
  'open',
  'unit',
  'kinds',
  'help',
  'advanced',
] as const satisfies readonly (keyof PropertyDefinition)[];

/** A table of properties as plain data. */
export const propertyFacts = (table: PropertyTable): readonly PropertyFacts[] =>
  Object.entries(table).map(([name, definition]) => {
    const { when } = definition;
    const condition =
      when && conditionOf((changed) => when(readerWith(table, changed.own)), { own: table });
    return {
      name,
      type: definition.type,
      takes: takesText(definition),
      ...Object.fromEntries(
        copied.flatMap((field) =>
          definition[field] === undefined ? [] : [[field, definition[field]]],
        ),
      ),
      ...(when && { conditional: true as const }),
      ...(condition !== undefined && { condition }),
    };
  });

const boundsText = ({ min, max }: PropertyDefinition): string | undefined => {
  if (min !== undefined && max !== undefined) return `${formatNumber(min)} to ${formatNumber(max)}`;
  if (min !== undefined) return `at least ${formatNumber(min)}`;
  return max === undefined ? undefined : `at most ${formatNumber(max)}`;
};

const names: Readonly<Record<PropertyDefinition['type'], string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  enum: 'one of a list',
  list: 'list',
  map: 'names with values',
  object: 'fields',
  json: 'JSON',
  'node-ref': 'the id of a node',
  'connection-ref': 'the id of a connection',
};

const shownValues = 12;

/** What a property takes, in a few words: `1 to 900 s`. */
const takesText = (definition: PropertyDefinition): string => {
  const { type, values, unit, maxLength, kinds, fields, items, open } = definition;
  if (values) {
    const shown = values.slice(0, shownValues).join(', ');
    const more = values.length - shownValues;
    const others = open ? ' (AWS takes others too)' : '';
    return `one of ${shown}${more > 0 ? `, and ${more} more` : ''}${others}`;
  }
  const bounds = boundsText(definition);
  switch (type) {
    case 'integer':
    case 'number':
      return [bounds ?? names[type], unit].filter(Boolean).join(' ');
    case 'string':
      return maxLength === undefined
        ? names.string
        : `text of at most ${formatNumber(maxLength)} characters`;
    case 'list': {
      const item = items ? ` of: ${takesText(items)}` : '';
      return `list${item}${bounds === undefined ? '' : `, ${bounds} entries`}`;
    }
    case 'object':
      return fields ? `fields: ${Object.keys(fields).join(', ')}` : names.object;
    case 'node-ref':
      return kinds
        ? `the id of a node: ${kinds.map((kind) => serviceOf(kind)?.title ?? kind).join(', ')}`
        : names[type];
    default:
      return names[type];
  }
};

const isNothing = (value: Json): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** What holds when nobody sets it; undefined when that is nothing. */
const defaultText = ({
  default: value,
  unit,
}: Pick<PropertyFacts, 'default' | 'unit'>): string | undefined => {
  if (value === undefined || isNothing(value)) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return `${formatNumber(value)}${unit === undefined ? '' : ` ${unit}`}`;
  return JSON.stringify(value);
};

/** The lines that tell of a property beyond what it takes. */
export const noteOf = ({ help, condition, conditional }: PropertyFacts): string =>
  [
    ...(help === undefined ? [] : [help]),
    ...(condition === undefined
      ? conditional
        ? ['Counts only with certain other settings.']
        : []
      : [`Counts only ${condition}.`]),
  ].join(' ');

/** A table of properties for a page. */
export const propertyTable = (properties: readonly PropertyFacts[]): Block => ({
  table: {
    head: ['Setting', 'Takes', 'Unless set', 'What for'],
    rows: properties.map((property): Text[] => {
      const standard = defaultText(property);
      return [
        [{ code: property.name }],
        property.takes,
        standard === undefined ? (property.required ? 'required' : '') : [{ code: standard }],
        noteOf(property),
      ];
    }),
  },
});
