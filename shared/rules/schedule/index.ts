import type { Rule } from '../rule.ts';
import { scheduleExpression } from './expression.rule.ts';
import { scheduleOneTarget } from './one-target.rule.ts';
import { scheduleOverlap } from './overlap.rule.ts';
import { schedulePreferScheduler } from './prefer-scheduler.rule.ts';
import { scheduleUniversalInput } from './universal-input.rule.ts';

export const scheduleRules: readonly Rule[] = [
  scheduleExpression,
  schedulePreferScheduler,
  scheduleOverlap,
  scheduleOneTarget,
  scheduleUniversalInput,
];
