import type { Rule } from '../rule.ts';

export const snsRules: readonly Rule[] = [];
