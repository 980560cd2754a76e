import type { Rule } from '../rule.ts';
import { kinesisManyConsumers } from './many-consumers.rule.ts';
import { kinesisParallelization } from './parallelization.rule.ts';
import { kinesisPoisonRecord } from './poison-record.rule.ts';
import { kinesisSettingsRange } from './settings-range.rule.ts';
import { kinesisShardCapacity } from './shard-capacity.rule.ts';

export const kinesisRules: readonly Rule[] = [
  kinesisSettingsRange,
  kinesisShardCapacity,
  kinesisManyConsumers,
  kinesisPoisonRecord,
  kinesisParallelization,
];
