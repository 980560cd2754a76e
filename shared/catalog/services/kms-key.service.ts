import { kindNotExported } from '../not-exported.ts';
import { choice, days, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const kmsKey = defineService({
  kind: 'kms-key',
  title: 'KMS key',
  words: 'kms cmk key encryption customer managed',
  category: 'security',
  icon: 'AWSKeyManagementService',
  cloudFormation: ['AWS::KMS::Key', 'AWS::KMS::Alias'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    alias: text({ pattern: '^alias/(?!aws/)[a-zA-Z0-9/_-]+$' } /* AWS::KMS::Alias#AliasName */),
    description: text({ maxLength: 8192, cfn: 'Description' }),
    keySpec: choice(
      [
        'SYMMETRIC_DEFAULT',
        'RSA_2048',
        'RSA_3072',
        'RSA_4096',
        'ECC_NIST_P256',
        'ECC_NIST_P384',
        'ECC_NIST_P521',
        'ECC_SECG_P256K1',
        'HMAC_256',
        'HMAC_384',
        'HMAC_512',
      ],
      {
        default: 'SYMMETRIC_DEFAULT',
        help: 'Only symmetric keys encrypt AWS services.',
        cfn: 'KeySpec',
      },
    ),
    keyUsage: choice(['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'], {
      default: 'ENCRYPT_DECRYPT',
      cfn: 'KeyUsage',
    }),
    enableKeyRotation: yesNo({ default: true, cfn: 'EnableKeyRotation' }),
    rotationPeriodInDays: days({ default: 365, min: 90, max: 2560, cfn: 'RotationPeriodInDays' }),
    multiRegion: yesNo({ default: false, cfn: 'MultiRegion' }),
    pendingWindowInDays: days({ default: 30, min: 7, max: 30, cfn: 'PendingWindowInDays' }),
  },
  explain: 'KMS key',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
