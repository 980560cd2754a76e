import type { Rule } from '../rule.ts';
import { namingDuplicate } from './duplicate.rule.ts';
import { namingPattern } from './pattern.rule.ts';

export const namingRules: readonly Rule[] = [namingPattern, namingDuplicate];
