import type { Rule } from '../rule.ts';

export const firehoseRules: readonly Rule[] = [];
