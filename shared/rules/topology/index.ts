import type { Rule } from '../rule.ts';
import { topologyApiTimeoutVsLambda } from './api-timeout-vs-lambda.rule.ts';
import { topologyEventLoop } from './event-loop.rule.ts';
import { topologyLambdaSyncChain } from './lambda-sync-chain.rule.ts';
import { topologyS3Recursion } from './s3-recursion.rule.ts';
import { topologyServiceIntegrationInstead } from './service-integration-instead.rule.ts';

export const topologyRules: readonly Rule[] = [
  topologyEventLoop,
  topologyApiTimeoutVsLambda,
  topologyLambdaSyncChain,
  topologyS3Recursion,
  topologyServiceIntegrationInstead,
];
