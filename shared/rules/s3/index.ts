import type { Rule } from '../rule.ts';
import { s3BucketName } from './bucket-name.rule.ts';
import { s3EventOverlap } from './event-overlap.rule.ts';
import { s3EventTarget } from './event-target.rule.ts';
import { s3EventbridgeOff } from './eventbridge-off.rule.ts';
import { s3ReplicationVersioning } from './replication-versioning.rule.ts';

export const s3Rules: readonly Rule[] = [
  s3BucketName,
  s3EventTarget,
  s3EventOverlap,
  s3EventbridgeOff,
  s3ReplicationVersioning,
];
