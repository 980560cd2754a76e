import type { Rule } from '../rule.ts';
import { iamMissingPermission } from './missing-permission.rule.ts';

export const iamRules: readonly Rule[] = [iamMissingPermission];
