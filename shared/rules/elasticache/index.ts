import type { Rule } from '../rule.ts';

export const elasticacheRules: readonly Rule[] = [];
