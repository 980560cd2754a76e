import { isJsonObject, type Json } from '../lib/json.ts';
import { isIntrinsic } from '../model/value.ts';
import { type Expression, expressionOf, isExpressionObject, isToken, join } from './expression.ts';

/**
 * JSON as the text that AWS takes for event patterns of mappings, inputs and the like, in CloudFormation's form.
 * An intrinsic inside stands between quotes: at deployment it becomes a text.
 */
export const jsonText = (value: Json): Expression => expressionText(expressionOf(value));

/** The same for an expression: attributes of nodes inside become texts. */
export const expressionText = (value: Expression): Expression => {
  if (isToken(value)) return join('"', value, '"');
  if (Array.isArray(value))
    return join('[', ...separated(value.map((item: Expression) => [expressionText(item)])), ']');
  if (isExpressionObject(value))
    return join(
      '{',
      ...separated(
        Object.entries(value).flatMap(([key, item]) =>
          item === undefined ? [] : [[`${JSON.stringify(key)}:`, expressionText(item)]],
        ),
      ),
      '}',
    );
  return JSON.stringify(value);
};

const separated = (items: readonly (readonly Expression[])[]): Expression[] =>
  items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));

/** A `json` property that people may also write as JSON text: the JSON it means. */
export const parsedJson = (value: Json | undefined): Json | undefined => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
};

/** True for a JSON object that is no intrinsic function as a whole. */
export const isPlainObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  isJsonObject(value) && !isIntrinsic(value);
