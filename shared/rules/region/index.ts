import type { Rule } from '../rule.ts';

export const regionRules: readonly Rule[] = [];
