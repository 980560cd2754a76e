import type { ConnectionReader, StatementTemplate } from '../../connection.ts';
import { choice, type PropertyTable, text } from '../../property.ts';

/** What code may do with the objects of a bucket. */
export const bucketAccessProperties: PropertyTable = {
  access: choice(['read', 'write', 'readwrite'], {
    default: 'readwrite',
    required: true,
    help: 'Choose read or write alone where that is enough. Writing includes deleting.',
  }),
  prefix: text({
    maxLength: 1024,
    help: 'Only objects whose key begins like this, such as uploads/.',
  }),
};

const reads = ({ connection }: ConnectionReader): boolean => connection('access') !== 'write';
const writes = ({ connection }: ConnectionReader): boolean => connection('access') !== 'read';

/** The statements for it. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const bucketAccessStatements: readonly StatementTemplate[] = [
  {
    side: 'source-role',
    actions: ['s3:ListBucket', 's3:GetBucketLocation'],
    resources: ['{target.arn}'],
    when: reads,
  },
  {
    side: 'source-role',
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: ['{target.arn}/{connection.prefix}*'],
    when: reads,
  },
  {
    side: 'source-role',
    actions: ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
    resources: ['{target.arn}/{connection.prefix}*'],
    when: writes,
  },
];
