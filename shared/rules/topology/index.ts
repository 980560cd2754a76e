import type { Rule } from '../rule.ts';

export const topologyRules: readonly Rule[] = [];
