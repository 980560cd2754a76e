import type { Rule } from '../rule.ts';

export const dynamodbRules: readonly Rule[] = [];
