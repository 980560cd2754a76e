import type { Rule } from '../rule.ts';

export const rdsRules: readonly Rule[] = [];
