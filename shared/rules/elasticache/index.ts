import type { Rule } from '../rule.ts';
import { elasticacheEncryption } from './encryption.rule.ts';
import { elasticacheFailover } from './failover.rule.ts';
import { elasticachePlacement } from './placement.rule.ts';

export const elasticacheRules: readonly Rule[] = [
  elasticachePlacement,
  elasticacheFailover,
  elasticacheEncryption,
];
