import type { Rule } from '../rule.ts';
import { topologyApiTimeoutVsLambda } from './api-timeout-vs-lambda.rule.ts';
import { topologyAsyncIdempotency } from './async-idempotency.rule.ts';
import { topologyEventLoop } from './event-loop.rule.ts';
import { topologyLambdaSyncChain } from './lambda-sync-chain.rule.ts';
import { topologyMessageTooLarge } from './message-too-large.rule.ts';
import { topologyS3Recursion } from './s3-recursion.rule.ts';
import { topologyServiceIntegrationInstead } from './service-integration-instead.rule.ts';
import { topologySinglePoint } from './single-point.rule.ts';
import { topologyTimeoutChain } from './timeout-chain.rule.ts';
import { topologyUnbufferedBurst } from './unbuffered-burst.rule.ts';
import { topologyUnreachableFromEntry } from './unreachable-from-entry.rule.ts';

export const topologyRules: readonly Rule[] = [
  topologyEventLoop,
  topologyApiTimeoutVsLambda,
  topologyLambdaSyncChain,
  topologyS3Recursion,
  topologyServiceIntegrationInstead,
  topologyTimeoutChain,
  topologyUnbufferedBurst,
  topologyMessageTooLarge,
  topologyAsyncIdempotency,
  topologySinglePoint,
  topologyUnreachableFromEntry,
];
