import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Json, type Node } from '../rule.ts';
import { named } from '../text.ts';

interface Weakness {
  readonly property: string;
  readonly is: Json;
  readonly problem: string;
  /** What to set, and that in words. Absent where only the user knows, such as the id of a key. */
  readonly set?: Json;
  readonly title?: string;
  readonly when?: (graph: Graph, node: Node) => boolean;
}

/** A key of the user's own that is drawn beside it. */
const hasOwnKey = (graph: Graph, node: Node): boolean =>
  graph.incoming(node, { mechanism: 'encryption' }).length > 0;

const isSensitive = (graph: Graph, node: Node): boolean =>
  graph.boolean(node, 'sensitive') === true && !hasOwnKey(graph, node);

const plainTransport = (property: string, when?: Weakness['when']): Weakness => ({
  property,
  is: false,
  problem: 'takes requests that are not encrypted on the way',
  set: true,
  title: 'Refuse requests without TLS',
  ...(when && { when }),
});

/** By kind: the settings that leave data open. */
const weaknesses: Readonly<Record<string, readonly Weakness[]>> = {
  'kinesis-stream': [
    {
      property: 'encryptionType',
      is: 'NONE',
      problem: 'keeps its records unencrypted',
      set: 'KMS',
      title: 'Encrypt the records',
    },
  ],
  'dax-cluster': [
    {
      property: 'sseEnabled',
      is: false,
      problem: 'keeps what it caches unencrypted',
      set: true,
      title: 'Encrypt the cache',
    },
  ],
  'efs-file-system': [
    {
      property: 'encrypted',
      is: false,
      problem: 'keeps its files unencrypted',
      set: true,
      title: 'Encrypt the files',
    },
    plainTransport('enforceTls'),
  ],
  'sqs-queue': [
    {
      property: 'encryption',
      is: 'none',
      problem: 'keeps its messages unencrypted',
      set: 'SSE-SQS',
      title: 'Encrypt the messages',
    },
    {
      property: 'encryption',
      is: 'SSE-SQS',
      problem: 'holds sensitive data under a key that SQS controls',
      set: 'SSE-KMS',
      title: 'Encrypt with a KMS key',
      when: isSensitive,
    },
    plainTransport('enforceTls'),
  ],
  'sns-topic': [plainTransport('enforceTls')],
  firehose: [
    {
      property: 'serverSideEncryption',
      is: false,
      problem: 'keeps records unencrypted until they are delivered',
      set: true,
      title: 'Encrypt the records',
      // What comes from a Kinesis stream stays in the stream until then.
      when: (graph, node) => graph.incoming(node, { kind: 'kinesis-stream' }).length === 0,
    },
  ],
  's3-bucket': [
    {
      property: 'encryption',
      is: 'AES256',
      problem: 'holds sensitive data under a key that S3 controls',
      set: 'aws:kms',
      title: 'Encrypt with a KMS key',
      when: isSensitive,
    },
    // The website endpoint speaks only plain HTTP.
    plainTransport('enforceSsl', (graph, node) => graph.boolean(node, 'websiteHosting') === false),
  ],
  'dynamodb-table': [
    {
      property: 'encryption',
      is: 'AWS_OWNED',
      problem: 'holds sensitive data under a key whose use you cannot see',
      set: 'AWS_MANAGED',
      title: 'Encrypt with a KMS key of the account',
      when: isSensitive,
    },
  ],
};

export const securityEncryptionAndTls = defineRule({
  meta: {
    id: 'security/encryption-and-tls',
    severity: 'warning',
    messages: {
      weak: '{node} {problem}; turn on encryption and require TLS.',
      noKey:
        '{node} holds sensitive data but has no KMS key, so SNS keeps its messages unencrypted; choose a key.',
    },
    explain:
      'S3, SQS and DynamoDB encrypt what they store by themselves; Kinesis and SNS have to be told. Encryption on the way is up to the caller, unless a policy refuses requests without TLS. For sensitive data a KMS key shows who used it and lets you take access away, and costs a little.',
    docs: {
      title: 'Protecting data at rest',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/protecting-data-at-rest.html',
    },
    overlaps: [
      'AwsSolutions-S10',
      'AwsSolutions-SQS4',
      'AwsSolutions-SNS3',
      'AwsSolutions-KDS1',
      'AwsSolutions-KDF1',
      'AwsSolutions-DDB4',
      'CKV_AWS_26',
      'CKV_AWS_27',
      'CKV_AWS_43',
      'CKV_AWS_47',
    ],
  },
  on: nodes(...Object.keys(weaknesses)),
  check(node, graph, report) {
    for (const { property, is, problem, set, title, when } of weaknesses[node.kind] ?? []) {
      if (graph.value(node, property) !== is || (when && !when(graph, node))) continue;
      report({
        message: 'weak',
        property,
        data: { node: named(node), problem },
        fixes:
          set === undefined || title === undefined
            ? []
            : [{ title, edit: setProperty(node.id, property, set) }],
      });
    }
    if (
      node.kind === 'sns-topic' &&
      isSensitive(graph, node) &&
      !graph.isSet(node, 'kmsMasterKeyId')
    )
      report({ message: 'noKey', property: 'kmsMasterKeyId', data: { node: named(node) } });
  },
  examples: {
    good: [
      {
        title: 'the defaults',
        design: design(node('kinesis-stream', 'clicks'), node('s3-bucket', 'photos')),
      },
      {
        title: 'set by parameters',
        design: design(
          node('kinesis-stream', 'clicks', { encryptionType: { Ref: 'Encryption' } }),
          node('sns-topic', 'alerts', { sensitive: true, kmsMasterKeyId: { Ref: 'Key' } }),
        ),
      },
      {
        title: 'a delivery stream that reads a Kinesis stream',
        design: design(
          node('kinesis-stream', 'clicks'),
          node('firehose', 'lake', { serverSideEncryption: false }),
          connection('kinesis-stream--firehose', 'clicks', 'lake'),
        ),
      },
      {
        title: 'sensitive data under a key of your own',
        design: design(
          node('kms-key', 'key'),
          node('s3-bucket', 'photos', { sensitive: true }),
          node('dynamodb-table', 'orders', { sensitive: true }),
          node('sns-topic', 'alerts', { sensitive: true }),
          connection('kms-key--s3-bucket', 'key', 'photos'),
          connection('kms-key--dynamodb-table', 'key', 'orders'),
          connection('kms-key--sns-topic', 'key', 'alerts'),
        ),
      },
    ],
    bad: [
      {
        title: 'a stream without encryption',
        design: design(node('kinesis-stream', 'clicks', { encryptionType: 'NONE' })),
        expect: ['weak'],
      },
      {
        title: 'a bucket without TLS',
        design: design(node('s3-bucket', 'photos', { enforceSsl: false })),
        expect: ['weak'],
      },
      {
        title: 'sensitive data in a queue and a topic',
        design: design(
          node('sqs-queue', 'orders', { sensitive: true }),
          node('sns-topic', 'alerts', { sensitive: true }),
        ),
        expect: ['weak', 'noKey'],
      },
    ],
  },
});
