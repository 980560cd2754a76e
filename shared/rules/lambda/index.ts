import type { Rule } from '../rule.ts';
import { lambdaEnvSize } from './env-size.rule.ts';
import { lambdaLayersMax } from './layers-max.rule.ts';
import { lambdaMemoryRange } from './memory-range.rule.ts';
import { lambdaTimeoutRange } from './timeout-range.rule.ts';

export const lambdaRules: readonly Rule[] = [
  lambdaMemoryRange,
  lambdaTimeoutRange,
  lambdaEnvSize,
  lambdaLayersMax,
];
