import type { Rule } from '../rule.ts';
import { alarmInstanceAction } from './instance-action.rule.ts';
import { alarmMetric } from './metric.rule.ts';
import { alarmPeriod } from './period.rule.ts';

export const alarmRules: readonly Rule[] = [alarmInstanceAction, alarmMetric, alarmPeriod];
