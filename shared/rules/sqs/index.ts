import type { Rule } from '../rule.ts';
import { sqsDlqMismatch } from './dlq-mismatch.rule.ts';
import { sqsNoDlq } from './no-dlq.rule.ts';
import { sqsVisibilitySixTimes } from './visibility-six-times.rule.ts';
import { sqsVisibilityTimeout } from './visibility-timeout.rule.ts';

export const sqsRules: readonly Rule[] = [
  sqsVisibilityTimeout,
  sqsVisibilitySixTimes,
  sqsNoDlq,
  sqsDlqMismatch,
];
