import type { Rule } from '../rule.ts';

export const certRules: readonly Rule[] = [];
