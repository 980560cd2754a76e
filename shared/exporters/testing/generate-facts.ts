import type { Json } from '../../lib/json.ts';

/** Something that a kind cannot do without: one of these connections at the given end. */
interface Companion {
  readonly end: 'from' | 'to';
  /** Any of them will do; the first is drawn. */
  readonly anyOf: readonly string[];
}

const startingWith = (prefix: string, ids: readonly string[]): readonly string[] =>
  ids.map((id) => `${prefix}--${id}`);

/** What kinds cannot do without. */
export const companions: Readonly<Record<string, readonly Companion[]>> = {
  'rest-api': [
    {
      end: 'from',
      anyOf: startingWith('rest-api', [
        'lambda',
        'sqs-queue',
        'sns-topic',
        'kinesis-stream',
        'firehose',
        'dynamodb-table',
        's3-bucket',
        'event-bus',
        'state-machine',
        'external-endpoint',
      ]),
    },
  ],
  'http-api': [
    {
      end: 'from',
      anyOf: startingWith('http-api', [
        'lambda',
        'sqs-queue',
        'kinesis-stream',
        'event-bus',
        'state-machine',
        'external-endpoint',
      ]),
    },
  ],
  'websocket-api': [
    {
      end: 'from',
      anyOf: startingWith('websocket-api', [
        'lambda',
        'sqs-queue',
        'sns-topic',
        'kinesis-stream',
        'dynamodb-table',
        'state-machine',
        'event-bus',
        'external-endpoint',
      ]),
    },
  ],
  cloudfront: [
    {
      end: 'from',
      anyOf: startingWith('cloudfront', [
        's3-bucket',
        's3-bucket--website',
        'rest-api',
        'http-api',
        'websocket-api',
        'lambda--function-url',
        'external-endpoint',
      ]),
    },
  ],
  'cloudfront-function': [{ end: 'from', anyOf: ['cloudfront-function--cloudfront'] }],
  'lambda-edge': [{ end: 'from', anyOf: ['lambda-edge--cloudfront'] }],
  firehose: [{ end: 'from', anyOf: ['firehose--s3-bucket', 'firehose--external-endpoint'] }],
  schedule: [
    {
      end: 'from',
      anyOf: startingWith('schedule', [
        'lambda',
        'state-machine',
        'sqs-queue',
        'sns-topic',
        'event-bus',
        'kinesis-stream',
        'firehose',
        'rds-instance--universal',
        'dynamodb-table--universal',
      ]),
    },
  ],
  'event-rule': [
    {
      end: 'from',
      anyOf: startingWith('event-rule', [
        'lambda',
        'sqs-queue',
        'sns-topic',
        'state-machine',
        'kinesis-stream',
        'firehose',
        'event-bus',
        'log-group',
        'rest-api',
        'http-api',
      ]),
    },
    { end: 'to', anyOf: ['event-bus--event-rule'] },
  ],
  'rds-proxy': [{ end: 'from', anyOf: ['rds-proxy--rds-instance'] }],
  'api-custom-domain': [
    {
      end: 'from',
      anyOf: startingWith('api-custom-domain', ['http-api', 'rest-api', 'websocket-api']),
    },
    { end: 'to', anyOf: ['certificate--api-custom-domain'] },
  ],
};

/** Values for properties that nobody can guess, by `kind.property` or by property. */
export const exampleValues: Readonly<Record<string, Json>> = {
  domainName: 'api.example.com',
  'certificate.domainName': '*.example.com',
  'hosted-zone.name': 'example.com',
  'external-endpoint.url': 'https://hooks.example.com/in',
  'event-rule.eventPattern': { source: ['orders'] },
  scheduleExpression: 'rate(5 minutes)',
  name: 'example',
  recordName: 'www.example.com',
  routeKey: '$default',
  partitionKeyPath: '$.detail.id',
  stateName: 'DoIt',
  bucketName: 'example-bucket-of-ours',
};
