import type { Rule } from '../rule.ts';

export const dnsRules: readonly Rule[] = [];
