import type { Rule } from '../rule.ts';
import { apigwApiKeyIsNotAuth } from './api-key-is-not-auth.rule.ts';
import { apigwAuthorizerMismatch } from './authorizer-mismatch.rule.ts';
import { apigwAuthorizerTtl } from './authorizer-ttl.rule.ts';
import { apigwAuthorizerUnused } from './authorizer-unused.rule.ts';
import { apigwCacheSettings } from './cache-settings.rule.ts';
import { apigwCognitoAuthnOnly } from './cognito-authn-only.rule.ts';
import { apigwCorsMissing } from './cors-missing.rule.ts';
import { apigwCustomDomainIncomplete } from './custom-domain-incomplete.rule.ts';
import { apigwDomainEndpointMatch } from './domain-endpoint-match.rule.ts';
import { apigwEdgeBehindCloudfront } from './edge-behind-cloudfront.rule.ts';
import { apigwEdgeCertUsEast1 } from './edge-cert-us-east-1.rule.ts';
import { apigwEndpointType } from './endpoint-type.rule.ts';
import { apigwHttpApiMissingFeature } from './http-api-missing-feature.rule.ts';
import { apigwHttpApiServiceIntegration } from './http-api-service-integration.rule.ts';
import { apigwIntegrationTimeoutRange } from './integration-timeout-range.rule.ts';
import { apigwNoAuthorization } from './no-authorization.rule.ts';
import { apigwPayloadTooLarge } from './payload-too-large.rule.ts';
import { apigwPrivateCalledFromInternet } from './private-called-from-internet.rule.ts';
import { apigwPrivateNeedsEndpoint } from './private-needs-endpoint.rule.ts';
import { apigwPrivateNeedsPolicy } from './private-needs-policy.rule.ts';
import { apigwPrivateTargetNeedsVpcLink } from './private-target-needs-vpc-link.rule.ts';
import { apigwRegionalCertSameRegion } from './regional-cert-same-region.rule.ts';
import { apigwRouteWithoutIntegration } from './route-without-integration.rule.ts';
import { apigwStreamingConstraints } from './streaming-constraints.rule.ts';
import { apigwTimeoutNeedsQuota } from './timeout-needs-quota.rule.ts';
import { apigwWebsocketCallbackPermission } from './websocket-callback-permission.rule.ts';

export const apigwRules: readonly Rule[] = [
  apigwEdgeCertUsEast1,
  apigwRegionalCertSameRegion,
  apigwCustomDomainIncomplete,
  apigwEndpointType,
  apigwPrivateNeedsEndpoint,
  apigwPrivateNeedsPolicy,
  apigwPrivateCalledFromInternet,
  apigwPrivateTargetNeedsVpcLink,
  apigwIntegrationTimeoutRange,
  apigwTimeoutNeedsQuota,
  apigwStreamingConstraints,
  apigwHttpApiMissingFeature,
  apigwHttpApiServiceIntegration,
  apigwRouteWithoutIntegration,
  apigwNoAuthorization,
  apigwAuthorizerMismatch,
  apigwAuthorizerUnused,
  apigwAuthorizerTtl,
  apigwCognitoAuthnOnly,
  apigwApiKeyIsNotAuth,
  apigwCorsMissing,
  apigwWebsocketCallbackPermission,
  apigwPayloadTooLarge,
  apigwCacheSettings,
  apigwEdgeBehindCloudfront,
  apigwDomainEndpointMatch,
];
