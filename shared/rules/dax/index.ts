import type { Rule } from '../rule.ts';
import { daxConsistency } from './consistency.rule.ts';
import { daxPlacement } from './placement.rule.ts';
import { daxSingleNode } from './single-node.rule.ts';
import { daxTarget } from './target.rule.ts';

export const daxRules: readonly Rule[] = [daxPlacement, daxTarget, daxSingleNode, daxConsistency];
