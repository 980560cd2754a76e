import type { Rule } from '../rule.ts';
import { dynamodbCapacityMode } from './capacity-mode.rule.ts';
import { dynamodbExportNeedsPitr } from './export-needs-pitr.rule.ts';
import { dynamodbGlobalNeedsStreams } from './global-needs-streams.rule.ts';
import { dynamodbGlobalReplicas } from './global-replicas.rule.ts';
import { dynamodbImportCreatesTable } from './import-creates-table.rule.ts';
import { dynamodbIndexLimits } from './index-limits.rule.ts';
import { dynamodbItemSize } from './item-size.rule.ts';
import { dynamodbKeyAttributes } from './key-attributes.rule.ts';
import { dynamodbPitr } from './pitr.rule.ts';
import { dynamodbProvisionedWithoutScaling } from './provisioned-without-scaling.rule.ts';
import { dynamodbStreamBridge } from './stream-bridge.rule.ts';
import { dynamodbStreamConsumers } from './stream-consumers.rule.ts';
import { dynamodbStreamDisabled } from './stream-disabled.rule.ts';
import { dynamodbTtl } from './ttl.rule.ts';

export const dynamodbRules: readonly Rule[] = [
  dynamodbKeyAttributes,
  dynamodbIndexLimits,
  dynamodbItemSize,
  dynamodbCapacityMode,
  dynamodbProvisionedWithoutScaling,
  dynamodbStreamDisabled,
  dynamodbStreamConsumers,
  dynamodbStreamBridge,
  dynamodbExportNeedsPitr,
  dynamodbImportCreatesTable,
  dynamodbGlobalNeedsStreams,
  dynamodbGlobalReplicas,
  dynamodbPitr,
  dynamodbTtl,
];
