import type { Rule } from '../rule.ts';
import { firehoseBufferRange } from './buffer-range.rule.ts';
import { firehoseFormatConversion } from './format-conversion.rule.ts';
import { firehoseLambdaIsTransformOnly } from './lambda-is-transform-only.rule.ts';
import { firehosePartitionKeys } from './partition-keys.rule.ts';
import { firehoseShape } from './shape.rule.ts';

export const firehoseRules: readonly Rule[] = [
  firehoseShape,
  firehoseLambdaIsTransformOnly,
  firehoseBufferRange,
  firehoseFormatConversion,
  firehosePartitionKeys,
];
