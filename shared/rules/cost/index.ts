import type { Rule } from '../rule.ts';

export const costRules: readonly Rule[] = [];
