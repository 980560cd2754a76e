import type { Rule } from '../rule.ts';
import { iamConfusedDeputy } from './confused-deputy.rule.ts';
import { iamExecutionRole } from './execution-role.rule.ts';
import { iamIdentityPoolPrefix } from './identity-pool-prefix.rule.ts';
import { iamMissingPermission } from './missing-permission.rule.ts';
import { iamRowLevelSecurity } from './row-level-security.rule.ts';
import { iamWildcard } from './wildcard.rule.ts';

export const iamRules: readonly Rule[] = [
  iamMissingPermission,
  iamWildcard,
  iamConfusedDeputy,
  iamExecutionRole,
  iamRowLevelSecurity,
  iamIdentityPoolPrefix,
];
