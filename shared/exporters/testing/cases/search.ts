import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** Domains and collections of OpenSearch, and what fills them. */
export const search: readonly ExportCase[] = [
  {
    title: 'functions and a delivery stream fill a search domain',
    design: design(
      node('opensearch', 'search', { domainName: 'search', volumeSize: { Ref: 'Disk' } }),
      node('lambda', 'indexer', { timeout: 30 }),
      node('lambda', 'finder'),
      node('lambda', 'writer'),
      node('client', 'admin'),
      node('log-group', 'searches'),
      node('firehose', 'lines', { bufferingSize: 5, bufferingInterval: 60 }),
      node('kinesis-stream', 'clicks'),
      node('s3-bucket', 'failed'),
      node('log-group', 'errors'),
      node('lambda', 'sender'),
      node('firehose', 'direct'),
      connection('lambda--opensearch', 'indexer', 'search'),
      connection('lambda--opensearch', 'finder', 'search', { access: 'read' }),
      connection('lambda--opensearch', 'writer', 'search', { access: 'write' }),
      connection('client--opensearch', 'admin', 'search'),
      connection('opensearch--log-group', 'search', 'searches', {
        logTypes: ['ES_APPLICATION_LOGS', 'SEARCH_SLOW_LOGS'],
      }),
      connection('kinesis-stream--firehose', 'clicks', 'lines'),
      connection('firehose--opensearch', 'lines', 'search', { indexName: 'clicks' }),
      connection('firehose--s3-bucket--backup', 'lines', 'failed'),
      connection('firehose--log-group', 'lines', 'errors'),
      connection('lambda--firehose', 'sender', 'direct'),
      connection('firehose--opensearch', 'direct', 'search', {
        indexName: 'orders',
        indexRotationPeriod: 'NoRotation',
      }),
      connection('firehose--s3-bucket--backup', 'direct', 'failed', { backupMode: 'All' }),
    ),
  },
  {
    title: 'a search domain in a VPC over two zones',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 1 }),
        inside(
          node('subnet', 'private'),
          node('opensearch', 'search', {
            instanceCount: 2,
            zoneAwareness: true,
            fineGrainedAccess: true,
            engineVersion: 'OpenSearch_2.19',
          }),
          node('lambda', 'finder'),
        ),
        node('security-group', 'front'),
        inside(node('subnet', 'other'), node('opensearch', 'small')),
      ),
      node('firehose', 'lines'),
      node('s3-bucket', 'failed'),
      connection('security-group--opensearch', 'front', 'small'),
      connection('lambda--opensearch', 'finder', 'search'),
      connection('lambda--opensearch', 'finder', 'small'),
      connection('firehose--opensearch', 'lines', 'search', { indexName: 'lines' }),
      connection('firehose--s3-bucket--backup', 'lines', 'failed'),
    ),
  },
  {
    title: 'serverless collections, one of them in a VPC',
    design: design(
      node('opensearch', 'notes', {
        deployment: 'serverless',
        collectionType: 'VECTORSEARCH',
        standbyReplicas: false,
      }),
      node('lambda', 'indexer'),
      node('lambda', 'finder'),
      node('firehose', 'lines'),
      node('s3-bucket', 'failed'),
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'private'),
          node('opensearch', 'logs', { deployment: 'serverless', collectionName: 'app-logs' }),
          node('lambda', 'reader'),
        ),
      ),
      connection('lambda--opensearch', 'indexer', 'notes', { access: 'write' }),
      connection('lambda--opensearch', 'finder', 'notes', { access: 'read' }),
      connection('lambda--opensearch', 'reader', 'logs'),
      connection('firehose--opensearch', 'lines', 'notes', { indexName: 'lines' }),
      connection('firehose--s3-bucket--backup', 'lines', 'failed'),
    ),
  },
  {
    title: 'a search domain with a name of its own and people who sign in',
    design: design(
      node('opensearch', 'search'),
      node('opensearch', 'guarded', { fineGrainedAccess: true }),
      node('certificate', 'tls', { domainName: '*.example.com', externalDns: true }),
      node('certificate', 'known', {
        domainName: '*.example.org',
        importExisting: true,
        certificateArn: { Ref: 'CertificateArn' },
      }),
      node('cognito-user-pool', 'support', { domainPrefix: 'support-of-shop' }),
      connection('certificate--opensearch', 'tls', 'search', { domainName: 'search.example.com' }),
      connection('certificate--opensearch', 'known', 'guarded', { domainName: { Ref: 'Name' } }),
      connection('opensearch--cognito-user-pool', 'search', 'support'),
    ),
  },
  {
    title: 'pipelines that bring tables, streams and files into indexes',
    design: design(
      node('dynamodb-table', 'items', {
        pointInTimeRecovery: true,
        streamViewType: 'NEW_AND_OLD_IMAGES',
      }),
      node('kinesis-stream', 'clicks'),
      node('s3-bucket', 'files'),
      node('opensearch', 'search'),
      node('opensearch', 'shop', { deployment: 'serverless' }),
      connection('dynamodb-table--opensearch', 'items', 'search', { indexName: { Ref: 'Index' } }),
      connection('dynamodb-table--opensearch', 'items', 'shop', { initialExport: false }),
      connection('kinesis-stream--opensearch', 'clicks', 'search', {
        startingPosition: 'TRIM_HORIZON',
        maxUnits: { Ref: 'Units' },
      }),
      connection('kinesis-stream--opensearch', 'clicks', 'shop'),
      connection('s3-bucket--opensearch', 'files', 'search', {
        prefix: 'logs/',
        codec: 'csv',
        indexName: 'files',
      }),
      connection('s3-bucket--opensearch', 'files', 'shop'),
    ),
  },
];
