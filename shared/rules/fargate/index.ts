import type { Rule } from '../rule.ts';
import { fargateCpuMemory } from './cpu-memory.rule.ts';

export const fargateRules: readonly Rule[] = [fargateCpuMemory];
