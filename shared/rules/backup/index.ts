import type { Rule } from '../rule.ts';
import { backupRetention } from './retention.rule.ts';

export const backupRules: readonly Rule[] = [backupRetention];
