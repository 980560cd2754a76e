import type { Rule } from '../rule.ts';

export const cloudfrontRules: readonly Rule[] = [];
