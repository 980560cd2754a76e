import type { Rule } from '../rule.ts';
import { costNatForAwsServices } from './nat-for-aws-services.rule.ts';

export const costRules: readonly Rule[] = [costNatForAwsServices];
