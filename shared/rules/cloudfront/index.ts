import type { Rule } from '../rule.ts';
import { cloudfrontAliasNeedsCert } from './alias-needs-cert.rule.ts';
import { cloudfrontBucketEncryption } from './bucket-encryption.rule.ts';
import { cloudfrontCertUsEast1 } from './cert-us-east-1.rule.ts';
import { cloudfrontLogDeliveryOrder } from './log-delivery-order.rule.ts';
import { cloudfrontNoOrigin } from './no-origin.rule.ts';
import { cloudfrontOriginTimeout } from './origin-timeout.rule.ts';
import { cloudfrontPrivateOrigin } from './private-origin.rule.ts';
import { cloudfrontS3Oac } from './s3-oac.rule.ts';
import { cloudfrontViewerHttps } from './viewer-https.rule.ts';

export const cloudfrontRules: readonly Rule[] = [
  cloudfrontCertUsEast1,
  cloudfrontAliasNeedsCert,
  cloudfrontNoOrigin,
  cloudfrontS3Oac,
  cloudfrontPrivateOrigin,
  cloudfrontViewerHttps,
  cloudfrontOriginTimeout,
  cloudfrontBucketEncryption,
  cloudfrontLogDeliveryOrder,
];
