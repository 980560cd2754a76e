import type { Rule } from '../rule.ts';
import { cognitoClientNeedsCredentials } from './client-needs-credentials.rule.ts';
import { cognitoCustomDomainCert } from './custom-domain-cert.rule.ts';
import { cognitoGuestAccess } from './guest-access.rule.ts';
import { cognitoIdentityPoolNoSource } from './identity-pool-no-source.rule.ts';
import { cognitoPlanFeature } from './plan-feature.rule.ts';
import { cognitoSyncDeprecated } from './sync-deprecated.rule.ts';
import { cognitoTokenValidity } from './token-validity.rule.ts';
import { cognitoTriggerTimeout } from './trigger-timeout.rule.ts';
import { cognitoWeakSignIn } from './weak-sign-in.rule.ts';

export const cognitoRules: readonly Rule[] = [
  cognitoTriggerTimeout,
  cognitoClientNeedsCredentials,
  cognitoCustomDomainCert,
  cognitoWeakSignIn,
  cognitoPlanFeature,
  cognitoTokenValidity,
  cognitoIdentityPoolNoSource,
  cognitoGuestAccess,
  cognitoSyncDeprecated,
];
