import type { Rule } from '../rule.ts';

export const vpcRules: readonly Rule[] = [];
