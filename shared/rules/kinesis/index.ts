import type { Rule } from '../rule.ts';

export const kinesisRules: readonly Rule[] = [];
