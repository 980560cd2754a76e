import type { Rule } from '../rule.ts';

export const albRules: readonly Rule[] = [];
