import type { Rule } from '../rule.ts';
import { regionCrossRegionEdge } from './cross-region-edge.rule.ts';
import { regionServiceNotAvailable } from './service-not-available.rule.ts';
import { regionZoneMismatch } from './zone-mismatch.rule.ts';

export const regionRules: readonly Rule[] = [
  regionServiceNotAvailable,
  regionCrossRegionEdge,
  regionZoneMismatch,
];
