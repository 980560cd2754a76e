import type { Rule } from '../rule.ts';
import { sfnChoiceDefault } from './choice-default.rule.ts';
import { sfnChoiceRules } from './choice-rules.rule.ts';
import { sfnDefinitionText } from './definition-text.rule.ts';
import { sfnErrorHandlingOrder } from './error-handling-order.rule.ts';
import { sfnExpressDuration } from './express-duration.rule.ts';
import { sfnExpressPatterns } from './express-patterns.rule.ts';
import { sfnHistoryLimit } from './history-limit.rule.ts';
import { sfnMapLimits } from './map-limits.rule.ts';
import { sfnNextOrEnd } from './next-or-end.rule.ts';
import { sfnQueryLanguage } from './query-language.rule.ts';
import { sfnStartAt } from './start-at.rule.ts';
import { sfnStateFields } from './state-fields.rule.ts';
import { sfnStateNamesAndSize } from './state-names-and-size.rule.ts';
import { sfnSyncCallNeedsExpress } from './sync-call-needs-express.rule.ts';
import { sfnTaskNotConnected } from './task-not-connected.rule.ts';
import { sfnTaskRetryAndTimeout } from './task-retry-and-timeout.rule.ts';
import { sfnTransitionTarget } from './transition-target.rule.ts';
import { sfnUnreachableState } from './unreachable-state.rule.ts';

export const sfnRules: readonly Rule[] = [
  sfnDefinitionText,
  sfnStartAt,
  sfnNextOrEnd,
  sfnTransitionTarget,
  sfnUnreachableState,
  sfnStateFields,
  sfnQueryLanguage,
  sfnChoiceRules,
  sfnChoiceDefault,
  sfnStateNamesAndSize,
  sfnErrorHandlingOrder,
  sfnExpressPatterns,
  sfnSyncCallNeedsExpress,
  sfnTaskRetryAndTimeout,
  sfnExpressDuration,
  sfnMapLimits,
  sfnHistoryLimit,
  sfnTaskNotConnected,
];
