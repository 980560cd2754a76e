import type { Rule } from '../rule.ts';
import { fargateCpuMemory } from './cpu-memory.rule.ts';
import { fargatePlatformVersion } from './platform-version.rule.ts';

import { fargateWayToImage } from './way-to-image.rule.ts';

export const fargateRules: readonly Rule[] = [
  fargateCpuMemory,
  fargatePlatformVersion,
  fargateWayToImage,
];
