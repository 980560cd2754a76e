import type { Rule } from '../rule.ts';
import { eventsAwsSourceOnCustomBus } from './aws-source-on-custom-bus.rule.ts';
import { eventsBusMadeByAws } from './bus-made-by-aws.rule.ts';
import { eventsCatchAllPattern } from './catch-all-pattern.rule.ts';
import { eventsPartnerBusName } from './partner-bus-name.rule.ts';
import { eventsPatternInvalid } from './pattern-invalid.rule.ts';
import { eventsRuleIncomplete } from './rule-incomplete.rule.ts';
import { eventsRuleLimits } from './rule-limits.rule.ts';
import { eventsScheduleNeedsDefaultBus } from './schedule-needs-default-bus.rule.ts';
import { eventsSubscriberShape } from './subscriber-shape.rule.ts';
import { eventsTargetNoDlq } from './target-no-dlq.rule.ts';
import { eventsTargetNotSupported } from './target-not-supported.rule.ts';

export const eventsRules: readonly Rule[] = [
  eventsRuleIncomplete,
  eventsPatternInvalid,
  eventsRuleLimits,
  eventsScheduleNeedsDefaultBus,
  eventsAwsSourceOnCustomBus,
  eventsCatchAllPattern,
  eventsTargetNotSupported,
  eventsTargetNoDlq,
  eventsPartnerBusName,
  eventsBusMadeByAws,
  eventsSubscriberShape,
];
