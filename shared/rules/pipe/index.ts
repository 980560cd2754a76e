import type { Rule } from '../rule.ts';
import { pipeEnrichmentKind } from './enrichment.rule.ts';
import { pipeShape } from './shape.rule.ts';
import { pipeStreamNoDlq } from './stream-no-dlq.rule.ts';
import { pipeTargetNotSupported } from './target-not-supported.rule.ts';

export const pipeRules: readonly Rule[] = [
  pipeShape,
  pipeTargetNotSupported,
  pipeEnrichmentKind,
  pipeStreamNoDlq,
];
