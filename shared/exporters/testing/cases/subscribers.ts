import type { Json } from '../../../lib/json.ts';
import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** What each subscriber of the first case says of itself. */
const settings: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  worker: {
    name: 'to-worker',
    eventPattern: { detail: { status: ['paid'], shop: [{ Ref: 'Shop' }] } },
    systemMetadataPattern: '{"EventGroupId": ["orders"]}',
    maxRetryAttempts: 185,
    maxEventAge: 86_400,
  },
  flow: { startingPosition: 'POINT_IN_TIME' },
  inbox: { type: 'FIFO', transformerType: 'WITH_METADATA' },
  news: { transformerType: 'JSONATA', jsonata: '{% $events.Data.detail %}' },
  clicks: { startingPosition: 'POINT_IN_TIME', startingPoint: 1_790_000_000 },
  lake: { state: 'STOPPED', metadataPattern: { tenant: ['one'] } },
  crm: { maxEventAge: { Ref: 'Age' }, description: 'CRM' },
};

/** The newer Custom Event Bus and its subscribers, which are shown as previews. */
export const subscribers: readonly ExportCase[] = [
  {
    title: 'a bus that keeps events, and subscribers with every target',
    design: design(
      node('custom-event-bus', 'orders', {
        name: 'orders',
        retentionPeriodInDays: 30,
        description: 'Orders',
      }),
      node('custom-event-bus', 'audit', { retentionPeriodInDays: { Ref: 'Days' } }),
      node('lambda', 'shop'),
      node('lambda', 'worker'),
      node('state-machine', 'flow'),
      node('sqs-queue', 'inbox', { fifoQueue: true }),
      node('sqs-queue', 'failures'),
      node('sns-topic', 'news'),
      node('kinesis-stream', 'clicks'),
      node('firehose', 'lake'),
      node('s3-bucket', 'files'),
      node('rest-api', 'partners', { name: 'Partners' }),
      node('lambda', 'partner'),
      node('api-destination', 'crm', { invocationEndpoint: 'https://crm.example.com/events' }),
      connection('firehose--s3-bucket', 'lake', 'files'),
      connection('rest-api--lambda', 'partners', 'partner'),
      connection('lambda--custom-event-bus', 'shop', 'orders', { rawEvents: true }),
      ...['worker', 'flow', 'inbox', 'news', 'clicks', 'lake', 'partners', 'crm', 'audit'].flatMap(
        (target) => [
          node('event-subscriber', `to-${target}`, settings[target] ?? {}),
          connection('custom-event-bus--event-subscriber', 'orders', `to-${target}`),
        ],
      ),
      connection('event-subscriber--lambda', 'to-worker', 'worker', {
        invocationType: 'REQUEST_RESPONSE',
      }),
      connection('event-subscriber--state-machine', 'to-flow', 'flow', { maxBatchSize: 20 }),
      connection('event-subscriber--sqs-queue', 'to-inbox', 'inbox', {
        messageGroupId: '{% $events.SystemMetadata.EventGroupId %}',
        messageDeduplicationId: '{% $events.SystemMetadata.`aws:EventId` %}',
        maxBatchWindow: 5,
      }),
      connection('event-subscriber--sns-topic', 'to-news', 'news'),
      connection('event-subscriber--kinesis-stream', 'to-clicks', 'clicks', {
        partitionKey: { Ref: 'Key' },
      }),
      connection('event-subscriber--firehose', 'to-lake', 'lake'),
      connection('event-subscriber--rest-api', 'to-partners', 'partners', {
        path: '/orders',
        headerParameters: { 'X-Source': 'orders' },
      }),
      connection('event-subscriber--api-destination', 'to-crm', 'crm'),
      connection('event-subscriber--custom-event-bus', 'to-audit', 'audit'),
      connection('event-subscriber--sqs-queue--dead-letter', 'to-worker', 'failures'),
    ),
  },
  {
    title: 'containers and rules that put events on a bus that keeps them',
    design: design(
      inside(node('vpc', 'net'), inside(node('subnet', 'app'), node('fargate-service', 'web'))),
      node('event-rule', 'uploads', { eventPattern: { source: ['aws.s3'] } }),
      node('custom-event-bus', 'events'),
      node('event-subscriber', 'all'),
      node('sqs-queue', 'inbox'),
      node('sqs-queue', 'undelivered'),
      connection('fargate-service--custom-event-bus', 'web', 'events'),
      connection('event-rule--custom-event-bus', 'uploads', 'events'),
      connection('event-rule--sqs-queue--dead-letter', 'uploads', 'undelivered'),
      connection('custom-event-bus--event-subscriber', 'events', 'all'),
      connection('event-subscriber--sqs-queue', 'all', 'inbox'),
    ),
  },
];
