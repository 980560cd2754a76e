import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const site = (encryption: string | { Ref: string }, type = 'cloudfront--s3-bucket') =>
  design(
    node('cloudfront', 'site'),
    node('s3-bucket', 'pages', { encryption }),
    connection(type, 'site', 'pages'),
  );

export const cloudfrontBucketEncryption = defineRule({
  meta: {
    id: 'cloudfront/bucket-encryption',
    severity: 'error',
    messages: {
      cannotRead:
        'CloudFront cannot use the KMS key of {bucket}, so every request would fail; encrypt it with AES256.',
      cannotWrite:
        'CloudFront cannot use the KMS key of {bucket}, so no log would arrive; encrypt it with AES256.',
    },
    explain:
      'A bucket with aws:kms uses the AWS managed key of S3, whose policy lets in nobody but the own account through S3. CloudFront, and whoever writes its logs, comes from outside and is refused. Encryption with AES256 needs no permission for a key.',
    docs: {
      title: 'Restrict access to an Amazon S3 origin: SSE-KMS',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    },
  },
  on: connections({ from: 'cloudfront', to: 's3-bucket' }),
  check({ connection, target: bucket }, graph, report) {
    const encryption = graph.text(bucket, 'encryption');
    if (encryption === undefined || !encryption.startsWith('aws:kms')) return;
    report({
      message: connection.type === 'cloudfront--s3-bucket--logs' ? 'cannotWrite' : 'cannotRead',
      data: { bucket: named(bucket) },
      fixes: [
        {
          title: `Encrypt ${named(bucket)} with AES256`,
          edit: setProperty(bucket.id, 'encryption', 'AES256'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'keys that S3 manages', design: site('AES256') },
      { title: 'an encryption set by a parameter', design: site({ Ref: 'Encryption' }) },
    ],
    bad: [
      { title: 'a key of KMS', design: site('aws:kms'), expect: ['cannotRead'] },
      {
        title: 'two layers with a key of KMS, for logs',
        design: site('aws:kms:dsse', 'cloudfront--s3-bucket--logs'),
        expect: ['cannotWrite'],
      },
    ],
  },
});
