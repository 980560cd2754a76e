import { isJsonObject } from '../../lib/json.ts';

/*
 * Velocity templates that API Gateway makes calls with.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */

/** An expression as a text inside JSON; its quotes are escaped, but for single ones, which JSON does not escape. */
export const quoted = (expression: string): string =>
  `$util.escapeJavaScript(${expression}).replaceAll("\\\\'","'")`;

/** The content types of service calls, as a fixed header value. */
export const formType = "'application/x-www-form-urlencoded'";
export const jsonType = (version: '1.0' | '1.1'): string => `'application/x-amz-json-${version}'`;

/** A key of a table, as its property says. */
export interface Key {
  readonly name: string;
  readonly type: 'N' | 'S';
}

export const keyOf = (value: unknown): Key | undefined =>
  isJsonObject(value) && typeof value.name === 'string' && value.name !== ''
    ? { name: value.name, type: value.type === 'N' ? 'N' : 'S' }
    : undefined;
