import type { Json } from '../lib/json.ts';
import {
  array,
  type Code,
  call,
  create,
  member,
  name,
  object,
  text,
} from '../lib/typescript/syntax.ts';
import { codeOf, duration } from './code.ts';
import { document, type Expression, expressionOf } from './expression.ts';
import { isPlainObject, parsedJson } from './json-text.ts';

/** A setting of a subscription in both exports; without `code` the CDK export must override the resource. */
export interface SubscriptionSetting {
  readonly cfn: Expression;
  readonly code: Code | undefined;
}

/** A filter policy. https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html */
export const filterPolicy = (
  raw: Json | undefined,
  isBody: boolean,
): SubscriptionSetting | undefined => {
  const policy = parsedJson(raw);
  if (policy === undefined || policy === null || policy === '') return undefined;
  if (!isPlainObject(policy)) return { cfn: expressionOf(policy), code: undefined };
  return Object.keys(policy).length === 0
    ? undefined
    : {
        cfn: document(expressionOf(policy)),
        code: isBody ? bodyPolicy(policy) : mapped(policy, (value) => conditions([value].flat())),
      };
};

const mapped = (policy: { readonly [key: string]: Json }, convert: (value: Json) => Code): Code =>
  object(Object.fromEntries(Object.entries(policy).map(([key, value]) => [key, convert(value)])));

/** Policies of the body nest: an object is a policy, a list holds conditions. */
const bodyPolicy = (policy: { readonly [key: string]: Json }): Code =>
  mapped(policy, (value) =>
    isPlainObject(value)
      ? call('sns.FilterOrPolicy.policy', bodyPolicy(value))
      : call('sns.FilterOrPolicy.filter', conditions([value].flat())),
  );

const conditions = (values: readonly Json[]): Code =>
  values.length > 0 && values.every((value) => typeof value === 'string')
    ? call(
        'sns.SubscriptionFilter.stringFilter',
        object({ allowlist: array(values.map((value) => text(value))) }),
      )
    : create('sns.SubscriptionFilter', codeOf(expressionOf(values)));

/** What SNS and the CDK take for a retry policy that does not say it. https://docs.aws.amazon.com/sns/latest/dg/creating-delivery-policy.html */
const retryDefaults = { minDelayTarget: 20, maxDelayTarget: 20, numRetries: 3 } as const;

const isCount = (value: Json): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const backoffs = new Set<Json>(['linear', 'arithmetic', 'geometric', 'exponential']);

/** What the construct of the CDK takes in each part of a delivery policy. */
const knownParts: Readonly<Record<string, Readonly<Record<string, (value: Json) => boolean>>>> = {
  healthyRetryPolicy: {
    minDelayTarget: isCount,
    maxDelayTarget: isCount,
    numRetries: isCount,
    numNoDelayRetries: isCount,
    numMinDelayRetries: isCount,
    numMaxDelayRetries: isCount,
    backoffFunction: (value) => backoffs.has(value),
  },
  throttlePolicy: { maxReceivesPerSecond: isCount },
  requestPolicy: { headerContentType: (value) => typeof value === 'string' },
};

const isKnownPart = (name: string, part: Json): boolean => {
  const fields = Object.hasOwn(knownParts, name) ? knownParts[name] : undefined;
  return (
    fields !== undefined &&
    isPlainObject(part) &&
    Object.entries(part).every(
      ([key, value]) => Object.hasOwn(fields, key) && fields[key]?.(value) === true,
    )
  );
};

/** How an HTTP endpoint is tried again. https://docs.aws.amazon.com/sns/latest/dg/creating-delivery-policy.html */
export const deliveryPolicy = (raw: Json | undefined): SubscriptionSetting | undefined => {
  const policy = parsedJson(raw);
  if (policy === undefined || policy === null || policy === '') return undefined;
  if (!isPlainObject(policy)) return { cfn: expressionOf(policy), code: undefined };
  const { healthyRetryPolicy, throttlePolicy, requestPolicy } = policy;
  const isKnown = Object.entries(policy).every(([name, part]) => isKnownPart(name, part));
  if (!isKnown) return { cfn: document(expressionOf(policy)), code: undefined };
  const retries = isPlainObject(healthyRetryPolicy)
    ? upperCaseBackoff({ ...retryDefaults, ...healthyRetryPolicy })
    : undefined;
  return {
    cfn: document(expressionOf({ ...policy, ...(retries && { healthyRetryPolicy: retries }) })),
    code: object({
      healthyRetryPolicy:
        retries &&
        object(
          Object.fromEntries(
            Object.entries(retries).map(([key, value]) => [key, retryCode(key, value)]),
          ),
        ),
      throttlePolicy:
        throttlePolicy === undefined ? undefined : codeOf(expressionOf(throttlePolicy)),
      requestPolicy: requestPolicy === undefined ? undefined : codeOf(expressionOf(requestPolicy)),
    }),
  };
};

/** As the CDK writes it. */
const upperCaseBackoff = (policy: { readonly [key: string]: Json }) =>
  typeof policy.backoffFunction === 'string'
    ? { ...policy, backoffFunction: policy.backoffFunction.toUpperCase() }
    : policy;

/** The CDK has durations and an enum where SNS has seconds and a word. */
const retryCode = (key: string, value: Json): Code => {
  if (key === 'backoffFunction') return member(name('sns.BackoffFunction'), String(value));
  return key.endsWith('DelayTarget') ? duration(Number(value)) : codeOf(expressionOf(value));
};
