import type { Rule } from '../rule.ts';
import { topologyEventLoop } from './event-loop.rule.ts';

export const topologyRules: readonly Rule[] = [topologyEventLoop];
