import type { Rule } from '../rule.ts';
import { rdsAvailabilityAndBackup } from './availability-and-backup.rule.ts';
import { rdsEventNotificationTarget } from './event-notification-target.rule.ts';
import { rdsLambdaDirectConnections } from './lambda-direct-connections.rule.ts';
import { rdsLambdaInvokeEngine } from './lambda-invoke-engine.rule.ts';
import { rdsLambdaInvokePath } from './lambda-invoke-path.rule.ts';
import { rdsProxyClientInVpc } from './proxy-client-in-vpc.rule.ts';
import { rdsProxyCredentials } from './proxy-credentials.rule.ts';
import { rdsProxyTarget } from './proxy-target.rule.ts';
import { rdsPublicAccess } from './public-access.rule.ts';
import { rdsSubnetsAndZones } from './subnets-and-zones.rule.ts';

export const rdsRules: readonly Rule[] = [
  rdsPublicAccess,
  rdsAvailabilityAndBackup,
  rdsSubnetsAndZones,
  rdsLambdaInvokeEngine,
  rdsProxyClientInVpc,
  rdsProxyTarget,
  rdsProxyCredentials,
  rdsLambdaInvokePath,
  rdsLambdaDirectConnections,
  rdsEventNotificationTarget,
];
