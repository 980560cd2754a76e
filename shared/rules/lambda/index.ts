import type { Rule } from '../rule.ts';
import { lambdaMemoryRange } from './memory-range.rule.ts';

export const lambdaRules: readonly Rule[] = [lambdaMemoryRange];
