import type { Rule } from '../rule.ts';

export const apigwRules: readonly Rule[] = [];
