import type { Rule } from '../rule.ts';
import { apigwAuthorizerTtl } from './authorizer-ttl.rule.ts';
import { apigwCustomDomainIncomplete } from './custom-domain-incomplete.rule.ts';
import { apigwEdgeBehindCloudfront } from './edge-behind-cloudfront.rule.ts';
import { apigwEdgeCertUsEast1 } from './edge-cert-us-east-1.rule.ts';
import { apigwEndpointType } from './endpoint-type.rule.ts';
import { apigwIntegrationTimeoutRange } from './integration-timeout-range.rule.ts';
import { apigwPrivateCalledFromInternet } from './private-called-from-internet.rule.ts';
import { apigwPrivateNeedsEndpoint } from './private-needs-endpoint.rule.ts';
import { apigwPrivateNeedsPolicy } from './private-needs-policy.rule.ts';
import { apigwRegionalCertSameRegion } from './regional-cert-same-region.rule.ts';
import { apigwStreamingConstraints } from './streaming-constraints.rule.ts';
import { apigwTimeoutNeedsQuota } from './timeout-needs-quota.rule.ts';

export const apigwRules: readonly Rule[] = [
  apigwEdgeCertUsEast1,
  apigwRegionalCertSameRegion,
  apigwCustomDomainIncomplete,
  apigwEndpointType,
  apigwPrivateNeedsEndpoint,
  apigwPrivateNeedsPolicy,
  apigwPrivateCalledFromInternet,
  apigwIntegrationTimeoutRange,
  apigwTimeoutNeedsQuota,
  apigwStreamingConstraints,
  apigwAuthorizerTtl,
  apigwEdgeBehindCloudfront,
];
