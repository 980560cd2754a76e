import type { Rule } from '../rule.ts';

export const modelRules: readonly Rule[] = [];
