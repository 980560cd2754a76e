import type { Rule } from '../rule.ts';
import { scheduleExpression } from './expression.rule.ts';
import { scheduleOverlap } from './overlap.rule.ts';
import { schedulePreferScheduler } from './prefer-scheduler.rule.ts';

export const scheduleRules: readonly Rule[] = [
  scheduleExpression,
  schedulePreferScheduler,
  scheduleOverlap,
];
