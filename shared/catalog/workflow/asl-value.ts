import { isJsonObject, type Json } from '../../lib/json.ts';
import { timePattern } from './asl-comparisons.ts';
import type { AslField } from './asl-fields.ts';
import { isOpenValue } from './asl-open.ts';
import { isExpression } from './asl-payload.ts';
import type { QueryLanguage } from './dynamic.ts';

/** What a field wants instead of the value, as the end of a sentence; undefined when the value is right. */
export const wantedInstead = (
  field: AslField,
  value: Json,
  language: QueryLanguage | undefined,
): string | undefined => {
  if (isOpenValue(value)) return undefined;
  if (field.dynamic && language !== 'JSONPath' && isExpression(value)) return undefined;
  const wanted = wantedShape(field, value);
  if (wanted === undefined) return undefined;
  return field.dynamic && language === 'JSONata'
    ? `${wanted}, or a {% JSONata %} expression`
    : wanted;
};

const wantedShape = (field: AslField, value: Json): string | undefined => {
  const { shape, values, maxLength, nullable, calls } = field;
  switch (shape) {
    case 'text':
      if (typeof value !== 'string') return 'a text';
      if (values && !values.includes(value)) return oneOfThese(values);
      return maxLength !== undefined && [...value].length > maxLength
        ? `a text of ${maxLength} characters at most`
        : undefined;
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'whole number':
    case 'number':
      return wantedNumber(field, value);
    case 'time':
      return typeof value === 'string' && timePattern.test(value)
        ? undefined
        : 'a time such as 2030-01-31T12:00:00Z, with a large T and Z';
    case 'path':
      if (nullable && value === null) return undefined;
      if (
        typeof value === 'string' &&
        (value.startsWith('$') || (calls && value.startsWith('States.')))
      )
        return undefined;
      return `a path such as $.order.id${nullable ? ', or null' : ''}`;
    case 'payload':
      return undefined;
    case 'payload object':
    case 'object':
    case 'workflow':
      return isJsonObject(value) ? undefined : 'an object: { … }';
    case 'variables':
      return isJsonObject(value) ? undefined : 'an object of names and values: { … }';
    case 'states':
      return isJsonObject(value) ? undefined : 'an object of states by their names: { … }';
    case 'list':
      return Array.isArray(value) ? undefined : 'a list: [ … ]';
    case 'list of texts':
      return Array.isArray(value) &&
        value.every((item: Json) => typeof item === 'string' || isOpenValue(item))
        ? undefined
        : 'a list of texts: ["…"]';
    case 'objects':
    case 'rules':
      return Array.isArray(value) ? undefined : 'a list of objects: [{ … }]';
    case 'workflows':
      return Array.isArray(value) && value.length > 0
        ? undefined
        : 'a list of workflows: [{ "StartAt": …, "States": … }]';
    default:
      return shape satisfies never;
  }
};

const oneOfThese = (values: readonly string[]): string =>
  values.length === 1 ? `"${values[0]}"` : `one of ${values.join(', ')}`;

const wantedNumber = (field: AslField, value: Json): string | undefined => {
  const { min, max, shape, rangeElsewhere } = field;
  const isWhole = shape === 'whole number';
  const kind = isWhole ? 'a whole number' : 'a number';
  if (typeof value !== 'number' || (isWhole && !Number.isInteger(value))) return kind;
  if (rangeElsewhere) return undefined;
  const isLow = min !== undefined && value < min;
  const isHigh = max !== undefined && value > max;
  if (!isLow && !isHigh) return undefined;
  if (max === undefined) return `${kind} of ${min} or more`;
  return `${kind} from ${min ?? 0} to ${String(max).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}`;
};
