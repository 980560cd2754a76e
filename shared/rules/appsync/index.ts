import type { Rule } from '../rule.ts';

export const appsyncRules: readonly Rule[] = [];
