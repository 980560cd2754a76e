import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { formWords, hasForm } from '../../../../shared/catalog/property-form.ts';
import { isJsonObject, type Json } from '../../../../shared/lib/json.ts';
import { showNumber, showQuantity } from '../../../ui/fields/quantity.ts';

/** The limits of a property, to stand beside its label: `1 to 900 s`; undefined where there are none. */
export const limitsOf = ({
  type,
  min,
  max,
  unit,
  maxLength,
}: PropertyDefinition): string | undefined => {
  if (type === 'list') return max === undefined ? undefined : `${showNumber(max)} at most`;
  if (type === 'string')
    return maxLength === undefined ? undefined : `up to ${showNumber(maxLength)} characters`;
  if (type !== 'integer' && type !== 'number') return undefined;
  if (min !== undefined && max !== undefined)
    return min === max
      ? showQuantity(min, unit)
      : `${showNumber(min)} to ${showQuantity(max, unit)}`;
  if (max !== undefined) return `${showQuantity(max, unit)} at most`;
  return min === undefined || min <= 0 ? undefined : `${showQuantity(min, unit)} at least`;
};

/** A value for people, in one line: `30 s`, `yes`, `GET, POST`. */
export const showValue = (value: Json, unit?: string): string => {
  if (typeof value === 'number') return showQuantity(value, unit);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return unit === undefined ? value : `${value} ${unit}`;
  if (Array.isArray(value)) return value.map((item: Json) => showValue(item)).join(', ');
  if (isJsonObject(value))
    return Object.entries(value)
      .map(([name, item]) => `${name}: ${showValue(item)}`)
      .join(', ');
  return 'nothing';
};

/** What counts while nothing is set, and whose idea that is; undefined when nothing counts then. */
export const defaultText = (definition: PropertyDefinition): string | undefined => {
  const { default: value, unit } = definition;
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (isJsonObject(value) && Object.keys(value).length === 0) return undefined;
  return `${showValue(value, unit)}, ${whose(definition)}`;
};

/** AWS's own default need not be written out; one of ours is a proposal, and AWS has none for what it requires. */
const whose = ({ cfn, emitDefault, required }: PropertyDefinition): string =>
  emitDefault === true || required === true
    ? 'proposed'
    : cfn === undefined
      ? 'default'
      : 'AWS’s default';

/** What is wrong with a value of the right type; undefined when the limits hold. */
export const overLimits = (definition: PropertyDefinition, value: Json): string | undefined => {
  const { min, max, unit, maxLength, pattern } = definition;
  if (typeof value === 'number') {
    if (min !== undefined && value < min) return `At least ${showQuantity(min, unit)}.`;
    if (max !== undefined && value > max) return `At most ${showQuantity(max, unit)}.`;
  }
  if (typeof value === 'string') {
    if (maxLength !== undefined && value.length > maxLength)
      return `${showNumber(value.length)} characters; AWS takes ${showNumber(maxLength)} at most.`;
    if (pattern !== undefined && !hasForm(definition, value)) return formWords(definition);
  }
  if (Array.isArray(value) && max !== undefined && value.length > max)
    return `${showNumber(value.length)} entries; AWS takes ${showNumber(max)} at most.`;
  return undefined;
};
