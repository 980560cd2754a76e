import type { Rule } from '../rule.ts';

export const iamRules: readonly Rule[] = [];
