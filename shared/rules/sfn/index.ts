import type { Rule } from '../rule.ts';

export const sfnRules: readonly Rule[] = [];
