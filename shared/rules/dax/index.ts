import type { Rule } from '../rule.ts';

export const daxRules: readonly Rule[] = [];
