import type { Rule } from '../rule.ts';
import { costIdleCapacity } from './idle-capacity.rule.ts';
import { costLambdaFreeTier } from './lambda-free-tier.rule.ts';
import { costLogRetention } from './log-retention.rule.ts';
import { costNatForAwsServices } from './nat-for-aws-services.rule.ts';
import { costRestApiWithoutNeed } from './rest-api-without-need.rule.ts';

export const costRules: readonly Rule[] = [
  costIdleCapacity,
  costLambdaFreeTier,
  costNatForAwsServices,
  costRestApiWithoutNeed,
  costLogRetention,
];
