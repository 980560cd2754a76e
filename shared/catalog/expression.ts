import { isJsonObject, type Json } from '../lib/json.ts';
import type { NodeId } from '../model/ids.ts';
import { type Intrinsic, isIntrinsic } from '../model/value.ts';

/*
 * A value as the export will hold it: literals, and tokens for what is only known at deployment.
 * The SAM exporter writes a token as an intrinsic function, the CDK exporter as TypeScript.
 */
const token: unique symbol = Symbol('token');

/** An attribute of a drawn node, by the names of its service's `attributes`. */
export type AttributeToken = {
  readonly [token]: 'attribute';
  readonly node: NodeId;
  readonly attribute: string;
};
/** `Ref` or `Fn::GetAtt` of a resource that a node or a connection adds (a role, a permission …). */
export type ResourceToken = {
  readonly [token]: 'resource';
  readonly resource: string;
  /** The CloudFormation attribute; absent means `Ref`. */
  readonly attribute: string | undefined;
};
export type PseudoName = 'Region' | 'AccountId' | 'Partition' | 'URLSuffix' | 'StackName';
/** A pseudo parameter, `AWS::Region` and the like. */
export type PseudoToken = { readonly [token]: 'pseudo'; readonly name: PseudoName };
/** Texts and values in a row. */
export type JoinToken = { readonly [token]: 'join'; readonly parts: readonly Expression[] };
/** A template parameter that the blueprint declares. */
export type ParameterToken = { readonly [token]: 'parameter'; readonly name: string };
/** What the user wrote as an intrinsic function. */
export type IntrinsicToken = { readonly [token]: 'intrinsic'; readonly value: Intrinsic };
/** A number or a truth value that is known at deployment only; as CDK code it has that type. */
export type TypedToken = {
  readonly [token]: 'typed';
  readonly type: 'number' | 'boolean';
  readonly value: Expression;
};
/** A JSON document whose keys are data, such as a policy: never camel-cased for an L1 construct. */
export type DocumentToken = { readonly [token]: 'document'; readonly value: Expression };

export type Token =
  | AttributeToken
  | ResourceToken
  | PseudoToken
  | JoinToken
  | ParameterToken
  | IntrinsicToken
  | DocumentToken
  | TypedToken;

export type Expression =
  | null
  | boolean
  | number
  | string
  | Token
  | readonly Expression[]
  | ExpressionObject;
export type ExpressionObject = { readonly [key: string]: Expression | undefined };

/** True for a token, false for a literal, a list or an object. */
export const isToken = (value: Expression | undefined): value is Token =>
  typeof value === 'object' && value !== null && token in value;

/** Which token it is. */
export const tokenKind = (value: Token): Token[typeof token] => value[token];

/** True for an object that is no token and no list. */
export const isExpressionObject = (value: Expression | undefined): value is ExpressionObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isToken(value);

export const attribute = (node: NodeId, name: string): AttributeToken => ({
  [token]: 'attribute',
  node,
  attribute: name,
});
export const refOf = (resource: string): ResourceToken => ({
  [token]: 'resource',
  resource,
  attribute: undefined,
});
export const getAtt = (resource: string, name: string): ResourceToken => ({
  [token]: 'resource',
  resource,
  attribute: name,
});
export const pseudo = (name: PseudoName): PseudoToken => ({ [token]: 'pseudo', name });
export const parameterRef = (name: string): ParameterToken => ({ [token]: 'parameter', name });
export const intrinsic = (value: Intrinsic): IntrinsicToken => ({ [token]: 'intrinsic', value });
export const document = (value: Expression): DocumentToken => ({ [token]: 'document', value });
export const typed = (type: TypedToken['type'], value: Expression): TypedToken => ({
  [token]: 'typed',
  type,
  value,
});

/** Texts and values in a row; a row of texts alone is a text. */
export const join = (...parts: readonly Expression[]): Expression => {
  const flat = parts.flatMap((part) =>
    isToken(part) && part[token] === 'join' ? part.parts : [part],
  );
  const merged: Expression[] = [];
  for (const part of flat) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  const [only = ''] = merged;
  return merged.length <= 1 ? only : { [token]: 'join', parts: merged };
};

/** A value from the design: intrinsics, at any depth, become tokens. */
export const expressionOf = (value: Json): Expression => {
  if (isIntrinsic(value)) return intrinsic(value);
  if (Array.isArray(value)) return value.map(expressionOf);
  if (isJsonObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, expressionOf(item)]),
    );
  return value;
};

/** `arn:<partition>:<service>:<region>:<account>:<resource>` in the stack's own region and account. */
export const arn = (
  service: string,
  resource: Expression,
  scope: { readonly region?: Expression; readonly account?: Expression } = {},
): Expression =>
  join(
    'arn:',
    pseudo('Partition'),
    `:${service}:`,
    scope.region ?? pseudo('Region'),
    ':',
    scope.account ?? pseudo('AccountId'),
    ':',
    resource,
  );
