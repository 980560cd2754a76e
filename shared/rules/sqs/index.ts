import type { Rule } from '../rule.ts';
import { sqsAttributeRange } from './attribute-range.rule.ts';
import { sqsAwsManagedKey } from './aws-managed-key.rule.ts';
import { sqsCompetingConsumers } from './competing-consumers.rule.ts';
import { sqsDlqMismatch } from './dlq-mismatch.rule.ts';
import { sqsDlqRetention } from './dlq-retention.rule.ts';
import { sqsFifoSettings } from './fifo-settings.rule.ts';
import { sqsMaxConcurrency } from './max-concurrency.rule.ts';
import { sqsMaxReceiveCount } from './max-receive-count.rule.ts';
import { sqsNoDlq } from './no-dlq.rule.ts';
import { sqsVisibilitySixTimes } from './visibility-six-times.rule.ts';
import { sqsVisibilityTimeout } from './visibility-timeout.rule.ts';

export const sqsRules: readonly Rule[] = [
  sqsAttributeRange,
  sqsVisibilityTimeout,
  sqsVisibilitySixTimes,
  sqsNoDlq,
  sqsDlqMismatch,
  sqsDlqRetention,
  sqsMaxReceiveCount,
  sqsMaxConcurrency,
  sqsFifoSettings,
  sqsCompetingConsumers,
  sqsAwsManagedKey,
];
