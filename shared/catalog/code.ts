import type { Json } from '../lib/json.ts';
import { isJsonObject } from '../lib/json.ts';
import {
  array,
  type Code,
  call,
  create,
  flag,
  invoke,
  name,
  number,
  object,
  reference,
  template,
  text,
} from '../lib/typescript/syntax.ts';
import type { PolicyStatement } from './blueprint.ts';
import {
  type Expression,
  isExpressionObject,
  isToken,
  type Token,
  type TypedToken,
  tokenKind,
} from './expression.ts';
import type { PropertyDefinition } from './property.ts';

/*
 * Expressions as CDK code. What depends on the stack (which variable holds a construct, how another stack's
 * construct is reached) stays a reference, and the CDK exporter fills it in.
 */

/** The construct with this id. */
export const constructRef = (id: string): Code => reference(`construct:${id}`);

const pseudoMembers = {
  Region: 'region',
  AccountId: 'account',
  Partition: 'partition',
  URLSuffix: 'urlSuffix',
  StackName: 'stackName',
} as const;

const referenceCode = (value: Token): Code => {
  switch (tokenKind(value)) {
    case 'attribute': {
      const { node, attribute } = value as Extract<Token, { attribute: string; node: unknown }>;
      return reference(`attribute:${attribute}:${node}`);
    }
    case 'resource': {
      const { resource, attribute } = value as Extract<Token, { resource: string }>;
      return reference(`resource:${attribute ?? ''}:${resource}`);
    }
    case 'pseudo':
      // Which stack is meant, the exporter knows: an attribute may be asked for from another one.
      return reference(
        `pseudo:${pseudoMembers[(value as Extract<Token, { name: keyof typeof pseudoMembers }>).name]}`,
      );
    case 'join':
      return template(
        ...(value as Extract<Token, { parts: readonly Expression[] }>).parts.map((part) =>
          typeof part === 'string' ? part : codeOf(asText(part)),
        ),
      );
    case 'parameter':
      return reference(`parameter:${(value as Extract<Token, { name: string }>).name}`);
    case 'intrinsic':
      return reference(
        `intrinsic:${JSON.stringify((value as Extract<Token, { value: unknown }>).value)}`,
      );
    case 'document':
      return codeOf((value as { readonly value: Expression }).value);
    case 'typed': {
      const { type, value: inner } = value as TypedToken;
      return call(type === 'number' ? 'cdk.Token.asNumber' : 'cdk.Token.asAny', codeOf(inner));
    }
  }
};

/** In a text the CDK wants a text. */
const asText = (value: Expression): Expression =>
  isToken(value) && tokenKind(value) === 'typed' ? (value as TypedToken).value : value;

/** An expression as CDK code; keys of objects stay as they are. */
export const codeOf = (value: Expression): Code => {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return flag(value);
  if (isToken(value)) return referenceCode(value);
  if (isExpressionObject(value))
    return object(
      Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          item === undefined ? undefined : codeOf(item),
        ]),
      ),
    );
  return array(value.map(codeOf));
};

/** `cdk.Duration.minutes(5)`: the largest unit that keeps the number whole. */
export const duration = (totalSeconds: number): Code => {
  const units = [
    ['days', 86_400],
    ['hours', 3600],
    ['minutes', 60],
  ] as const;
  for (const [unit, size] of units)
    if (totalSeconds > 0 && totalSeconds % size === 0)
      return invoke(name('cdk.Duration'), unit, number(totalSeconds / size));
  return invoke(name('cdk.Duration'), 'seconds', number(totalSeconds));
};

/** A literal as the property's type and unit suggest: a duration, a size, or the plain value. */
export const literalCode = (definition: PropertyDefinition, value: Json): Code => {
  if (typeof value === 'number') {
    if (definition.unit === 's') return duration(value);
    if (definition.unit === 'ms')
      return value % 1000 === 0
        ? duration(value / 1000)
        : invoke(name('cdk.Duration'), 'millis', number(value));
    if (definition.unit === 'days') return invoke(name('cdk.Duration'), 'days', number(value));
    if (definition.unit === 'MB') return invoke(name('cdk.Size'), 'mebibytes', number(value));
  }
  return plainCode(value);
};

/**
 * A value that is known at deployment only, in the type that the L2 property wants: the CDK carries it as a token.
 * A construct that looks at such a value while it is made (an enum, a switch) cannot take it; there the table's
 * `cdk` mapping is a function, which is never asked about intrinsics.
 */
export const tokenCode = (definition: PropertyDefinition, value: Expression): Code => {
  const { type, unit, cdk } = definition;
  if (type === 'integer' || type === 'number') {
    const amount = call('cdk.Token.asNumber', codeOf(value));
    if (unit === 's') return call('cdk.Duration.seconds', amount);
    if (unit === 'ms') return call('cdk.Duration.millis', amount);
    if (unit === 'days') return call('cdk.Duration.days', amount);
    if (unit === 'MB') return call('cdk.Size.mebibytes', amount);
    return amount;
  }
  if (type === 'boolean')
    return {
      kind: 'as',
      value: { kind: 'as', value: call('cdk.Token.asAny', codeOf(value)), type: 'unknown' },
      type: 'boolean',
    };
  if (type === 'list' && isToken(value)) return call('cdk.Token.asList', codeOf(value));
  return typeof cdk === 'object'
    ? { kind: 'as', value: codeOf(value), type: cdk.enum }
    : codeOf(value);
};

/** JSON as a TypeScript literal. */
export const plainCode = (value: Json): Code => {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return flag(value);
  if (isJsonObject(value))
    return {
      kind: 'object',
      entries: Object.entries(value).map(([key, item]) => ({ key, value: plainCode(item) })),
    };
  return array(value.map(plainCode));
};

/** `new iam.PolicyStatement({ … })`. */
export const statementCode = (statement: PolicyStatement): Code =>
  create(
    'iam.PolicyStatement',
    object({
      sid: statement.sid === undefined ? undefined : text(statement.sid),
      effect: statement.effect === 'Deny' ? name('iam.Effect.DENY') : undefined,
      principals:
        statement.principal === undefined ? undefined : array(principalCodes(statement.principal)),
      actions: array(statement.actions.map(text)),
      resources: array(statement.resources.map(codeOf)),
      conditions: statement.conditions === undefined ? undefined : codeOf(statement.conditions),
    }),
  );

const principalCodes = (principal: NonNullable<PolicyStatement['principal']>): Code[] => {
  if (principal === '*') return [create('iam.AnyPrincipal')];
  if ('Service' in principal)
    return (Array.isArray(principal.Service) ? principal.Service : [principal.Service]).map(
      (service: Expression) => create('iam.ServicePrincipal', codeOf(service)),
    );
  if ('CanonicalUser' in principal)
    return [create('iam.CanonicalUserPrincipal', codeOf(principal.CanonicalUser))];
  return [create('iam.ArnPrincipal', codeOf(principal.AWS))];
};
