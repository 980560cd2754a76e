import type { Rule } from '../rule.ts';
import { iamConfusedDeputy } from './confused-deputy.rule.ts';
import { iamMissingPermission } from './missing-permission.rule.ts';
import { iamWildcard } from './wildcard.rule.ts';

export const iamRules: readonly Rule[] = [iamMissingPermission, iamWildcard, iamConfusedDeputy];
