import type { Rule } from '../rule.ts';
import { certDomainNotCovered } from './domain-not-covered.rule.ts';
import { certSameRegion } from './same-region.rule.ts';
import { certValidationZone } from './validation-zone.rule.ts';

export const certRules: readonly Rule[] = [
  certDomainNotCovered,
  certSameRegion,
  certValidationZone,
];
