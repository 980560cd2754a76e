import type { Rule } from '../rule.ts';

export const exportRules: readonly Rule[] = [];
