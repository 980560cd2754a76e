import type { Rule } from '../rule.ts';

export const pipeRules: readonly Rule[] = [];
