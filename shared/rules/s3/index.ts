import type { Rule } from '../rule.ts';

export const s3Rules: readonly Rule[] = [];
