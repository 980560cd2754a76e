import type { Rule } from '../rule.ts';
import { concurrencyColdStart } from './cold-start.rule.ts';
import { concurrencyExpectedPeak } from './expected-peak.rule.ts';
import { concurrencyProvisionedLeReserved } from './provisioned-le-reserved.rule.ts';
import { concurrencyProvisionedNeedsVersion } from './provisioned-needs-version.rule.ts';
import { concurrencyReservedSum } from './reserved-sum.rule.ts';
import { concurrencyReservedZero } from './reserved-zero.rule.ts';
import { concurrencySharedPool } from './shared-pool.rule.ts';

export const concurrencyRules: readonly Rule[] = [
  concurrencyReservedSum,
  concurrencyProvisionedLeReserved,
  concurrencyProvisionedNeedsVersion,
  concurrencyReservedZero,
  concurrencySharedPool,
  concurrencyExpectedPeak,
  concurrencyColdStart,
];
