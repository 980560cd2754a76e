import type { Rule } from '../rule.ts';
import { scalingLimits } from './limits.rule.ts';

export const scalingRules: readonly Rule[] = [scalingLimits];
