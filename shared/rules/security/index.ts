import type { Rule } from '../rule.ts';
import { securityEncryptionAndTls } from './encryption-and-tls.rule.ts';
import { securityFunctionUrlOpen } from './function-url-open.rule.ts';
import { securityPublicBucket } from './public-bucket.rule.ts';
import { securityPublicEntryProtection } from './public-entry-protection.rule.ts';
import { securitySecretInConfig } from './secret-in-config.rule.ts';
import { securityWebAcl } from './web-acl.rule.ts';

export const securityRules: readonly Rule[] = [
  securityPublicBucket,
  securitySecretInConfig,
  securityFunctionUrlOpen,
  securityEncryptionAndTls,
  securityPublicEntryProtection,
  securityWebAcl,
];
