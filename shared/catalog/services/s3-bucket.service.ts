import { kindNotExported } from '../not-exported.ts';
import { choice, integer, list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const s3Bucket = defineService({
  kind: 's3-bucket',
  title: 'S3 bucket',
  category: 'storage',
  icon: 'AmazonSimpleStorageService',
  cloudFormation: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    bucketName: text({
      maxLength: 63,
      pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
      help: 'Leave empty: a generated name is safer.',
      cfn: 'BucketName',
    }),
    versioning: yesNo({ default: false, cfn: 'VersioningConfiguration.Status' }),
    encryption: choice(['AES256', 'aws:kms', 'aws:kms:dsse'], {
      default: 'AES256',
      cfn: 'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm',
    }),
    blockPublicAccess: yesNo({ default: true, cfn: 'PublicAccessBlockConfiguration' }),
    objectOwnership: choice(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'], {
      default: 'BucketOwnerEnforced',
      cfn: 'OwnershipControls.Rules.ObjectOwnership',
    }),
    enforceSsl: yesNo(
      {
        default: true,
        help: 'Deny when aws:SecureTransport is false (CDK enforceSSL).',
      } /* AWS::S3::BucketPolicy#PolicyDocument */,
    ),
    websiteHosting: yesNo({
      default: false,
      help: 'Website endpoint is http only and public; prefer cloudfront with origin access control.',
      cfn: 'WebsiteConfiguration',
    }),
    eventBridgeEnabled: yesNo({
      default: false,
      cfn: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
    }),
    corsAllowedOrigins: list({ cfn: 'CorsConfiguration.CorsRules.AllowedOrigins' }),
    lifecycleExpirationDays: integer({
      min: 1,
      cfn: 'LifecycleConfiguration.Rules.ExpirationInDays',
    }),
    lifecycleTransitionClass: choice(
      [
        'none',
        'STANDARD_IA',
        'ONEZONE_IA',
        'INTELLIGENT_TIERING',
        'GLACIER_IR',
        'GLACIER',
        'DEEP_ARCHIVE',
      ],
      { default: 'none', cfn: 'LifecycleConfiguration.Rules.Transitions.StorageClass' },
    ),
    accelerate: yesNo({ default: false, cfn: 'AccelerateConfiguration.AccelerationStatus' }),
    objectLock: yesNo({ default: false, cfn: 'ObjectLockEnabled' }),
    deletionPolicy: choice(['Retain', 'Delete'], {
      default: 'Retain',
      help: 'DeletionPolicy attribute / CDK removalPolicy.',
    }),
    publicWebsite: yesNo({ default: false, help: 'Public reading is intended.' }),
    sensitive: yesNo({ default: false, help: 'Carries personal or secret data.' }),
  },
  explain: 'S3 bucket',
  limits: [
    '10,000 buckets per account by default',
    'Single PUT 5 GB; object 50 TB (5 TB before December 2025)',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
