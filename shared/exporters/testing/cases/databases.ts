import { connection, design, inside, node, settings } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** Databases, proxies and secrets, and the functions that use them. */
export const databases: readonly ExportCase[] = [
  {
    title: 'a function that logs in to a database through a proxy with IAM',
    design: design(
      settings({ name: 'Shop' }),
      inside(
        node('vpc', 'net'),
        inside(node('subnet', 'app'), node('lambda', 'orders-api', { timeout: 30 })),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('rds-instance', 'orders', { databaseName: 'orders', deletionProtection: true }),
          node('rds-proxy', 'pool', { idleClientTimeout: 600, maxConnectionsPercent: 80 }),
        ),
      ),
      connection('lambda--rds-proxy', 'orders-api', 'pool'),
      connection('rds-proxy--rds-instance', 'pool', 'orders'),
    ),
  },
  {
    title: 'functions that log in to databases with passwords from secrets',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('lambda', 'reader'),
          node('lambda', 'writer'),
          node('rds-instance', 'managed', {
            engine: 'mysql',
            multiAz: true,
            storageType: 'io2',
            maxAllocatedStorage: 100,
            port: 3333,
          }),
          node('rds-instance', 'drawn', { engine: 'mariadb', engineVersion: '10.11.9' }),
          node('rds-instance', 'own', {
            manageMasterUserPassword: false,
            masterUsername: 'chief',
            engineVersion: '16.4',
            storageEncrypted: false,
          }),
          node('rds-proxy', 'pool', { dbProxyName: 'shop-pool', iamAuth: 'DISABLED' }),
        ),
      ),
      node('secret', 'login', { description: 'Login', passwordLength: 20 }),
      node('secret', 'user', { secretStringTemplate: { username: 'app' } }),
      connection('rds-instance--secret', 'drawn', 'login'),
      connection('rds-proxy--rds-instance', 'pool', 'drawn', { securityRule: 'manual' }),
      connection('rds-proxy--secret', 'pool', 'login'),
      connection('rds-proxy--secret', 'pool', 'user'),
      connection('secret--rds-instance--attachment', 'user', 'own'),
      connection('secret--rds-instance--attachment', 'login', 'drawn'),
      connection('lambda--rds-instance--network', 'reader', 'managed'),
      connection('lambda--rds-instance--network', 'reader', 'own', { port: 5433 }),
      connection('lambda--rds-instance--network', 'writer', 'drawn', {
        authMode: 'iam',
        dbUser: { Ref: 'DatabaseUser' },
      }),
      connection('lambda--rds-proxy', 'writer', 'pool', { authMode: 'secret' }),
    ),
  },
  {
    title: 'a proxy that logs in to the database with IAM',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('lambda', 'worker'),
          node('rds-instance', 'orders', { engine: 'sqlserver-ex', instanceClass: 'db.t3.small' }),
          node('rds-proxy', 'pool', { defaultAuthScheme: 'IAM_AUTH', requireTls: true }),
        ),
      ),
      connection('lambda--rds-proxy', 'worker', 'pool', { dbUser: 'shop' }),
      connection('rds-proxy--rds-instance', 'pool', 'orders'),
    ),
  },
  {
    title: 'proxies with more than the usual: IAM and a secret, a key, a read replica',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('rds-instance', 'orders'),
          node('rds-instance', 'copy'),
          node('rds-proxy', 'pool', { defaultAuthScheme: 'IAM_AUTH' }),
          node('rds-proxy', 'reads'),
        ),
      ),
      node('secret', 'login', {
        kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      }),
      connection('rds-instance--rds-instance', 'orders', 'copy'),
      connection('rds-proxy--rds-instance', 'pool', 'orders'),
      connection('rds-proxy--secret', 'pool', 'login'),
      connection('rds-proxy--rds-instance', 'reads', 'copy'),
    ),
  },
  {
    title: 'read replicas here and in another Region',
    design: design(
      inside(
        node('region', 'far', { code: 'us-east-1' }),
        inside(
          node('vpc', 'far-net', { natGateways: 0 }),
          inside(
            node('subnet', 'far-data', { subnetType: 'isolated' }),
            node('rds-instance', 'far-copy', { instanceClass: 'db.t4g.small' }),
            node('lambda', 'far-reader'),
          ),
        ),
      ),
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('rds-instance', 'orders'),
          node('rds-instance', 'copy', { multiAz: true, port: 5555 }),
          node('lambda', 'reader'),
        ),
      ),
      connection('rds-instance--rds-instance', 'orders', 'copy'),
      connection('rds-instance--rds-instance', 'orders', 'far-copy'),
      connection('lambda--rds-instance--network', 'reader', 'copy', { authMode: 'iam' }),
      connection('lambda--rds-instance--network', 'far-reader', 'far-copy', { authMode: 'iam' }),
    ),
  },
  {
    title: 'a database that calls functions, writes files, logs and notifications',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'data'),
          node('rds-instance', 'orders', { iamAuthentication: true }),
          node('rds-instance', 'ledger', {
            engine: 'oracle-se2',
            instanceClass: 'db.t3.small',
            manageMasterUserPassword: false,
          }),
          node('rds-instance', 'blog', { engine: 'mysql' }),
        ),
      ),
      node('lambda', 'audit'),
      node('s3-bucket', 'files'),
      node('s3-bucket', 'inbox'),
      node('sns-topic', 'alarm'),
      node('event-bus', 'events'),
      node('log-group', 'database-logs', { retentionInDays: 7 }),
      node('log-group', 'blog-logs'),
      node('log-group', 'blog-errors'),
      connection('rds-instance--lambda', 'orders', 'audit'),
      connection('rds-instance--s3-bucket', 'orders', 'files'),
      connection('rds-instance--s3-bucket', 'orders', 'inbox', { feature: 's3Import' }),
      connection('rds-instance--s3-bucket', 'ledger', 'files'),
      connection('rds-instance--s3-bucket', 'blog', 'files'),
      connection('rds-instance--sns-topic', 'orders', 'alarm'),
      connection('rds-instance--sns-topic', 'ledger', 'alarm', { sourceType: 'db-snapshot' }),
      connection('rds-instance--log-group', 'orders', 'database-logs', {
        logTypes: ['postgresql', 'upgrade'],
      }),
      connection('rds-instance--log-group', 'blog', 'blog-logs', {}, 'all-logs'),
      connection('rds-instance--log-group', 'blog', 'blog-logs', { logTypes: ['slowquery'] }),
      connection('rds-instance--log-group', 'blog', 'blog-errors', { logTypes: ['error'] }, 'z'),
      connection('rds-instance--event-bus--service-events', 'orders', 'events'),
    ),
  },
  {
    title: 'Db2, which the CDK has no construct for, and a Db2 that is called',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'data'),
          node('lambda', 'worker'),
          node('rds-instance', 'ledger', { engine: 'db2-se', instanceClass: 'db.t3.small' }),
        ),
      ),
      node('secret', 'login', {}),
      connection('lambda--rds-instance--network', 'worker', 'ledger'),
      connection('secret--rds-instance--attachment', 'login', 'ledger'),
    ),
  },
  {
    title: 'secrets: by hand, rotated, with a key of the user',
    design: design(
      node('secret', 'token', { generateSecretString: false, name: 'shop/token' }),
      node('secret', 'password', {
        rotationDays: 10,
        kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        secretStringTemplate: { username: { Ref: 'UserName' } },
      }),
      node('lambda', 'rotator'),
      node('lambda', 'reader'),
      node('event-bus', 'events'),
      connection('secret--lambda', 'password', 'rotator'),
      connection('secret--lambda', 'token', 'rotator', { automaticallyAfterDays: 5 }),
      connection('lambda--secret', 'reader', 'token', { access: 'write' }),
      connection('lambda--secret', 'reader', 'password'),
      connection('secret--event-bus--service-events', 'password', 'events'),
    ),
  },
  {
    title: 'a function in one VPC that connects to a database in a peered one',
    design: design(
      inside(node('vpc', 'shop'), inside(node('subnet', 'app'), node('lambda', 'worker'))),
      inside(
        node('vpc', 'records', { cidrBlock: '10.1.0.0/16' }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('rds-instance', 'ledger', { engineVersion: { Ref: 'Version' } }),
        ),
        node('security-group', 'guards'),
        node('security-group', 'watchers', { allowAllOutbound: false }),
      ),
      connection('vpc--vpc', 'shop', 'records'),
      connection('lambda--rds-instance--network', 'worker', 'ledger'),
      connection('security-group--rds-instance', 'guards', 'ledger'),
      connection('security-group--rds-instance', 'watchers', 'ledger'),
    ),
  },
  {
    title: 'functions that invoke functions',
    design: design(
      node('client', 'admin'),
      node('lambda', 'first'),
      node('lambda', 'second'),
      connection('lambda--lambda--invoke', 'first', 'second'),
      connection('client--lambda--sdk', 'admin', 'first'),
    ),
  },
  {
    title: 'functions that use tables through caches of DynamoDB',
    design: design(
      inside(
        node('vpc', 'net'),
        node('security-group', 'caches', { groupDescription: 'Caches' }),
        inside(
          node('subnet', 'app'),
          node('lambda', 'reader'),
          node('lambda', 'writer'),
          node('dax-cluster', 'items'),
          node('dax-cluster', 'others', {
            clusterName: 'others',
            nodeType: 'dax.r5.large',
            replicationFactor: 1,
            clusterEndpointEncryptionType: 'NONE',
            itemTtl: 60_000,
            queryTtl: { Ref: 'QueryTtl' },
          }),
        ),
      ),
      node('dynamodb-table', 'products'),
      node('dynamodb-table', 'orders', {
        globalSecondaryIndexes: [{ name: 'by-day', partitionKey: { name: 'day', type: 'S' } }],
      }),
      node('sns-topic', 'ops'),
      connection('lambda--dax-cluster', 'reader', 'items', { access: 'read' }),
      connection('lambda--dax-cluster', 'writer', 'items'),
      connection('lambda--dax-cluster', 'writer', 'others', { access: 'write' }),
      connection('dax-cluster--dynamodb-table', 'items', 'products', { access: 'read' }),
      connection('dax-cluster--dynamodb-table', 'others', 'orders'),
      connection('dax-cluster--sns-topic', 'others', 'ops'),
      connection('security-group--dax-cluster', 'caches', 'others'),
    ),
  },
  {
    title: 'Aurora clusters: serverless, with readers, through a proxy',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        node('security-group', 'databases', { groupDescription: 'Databases' }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('lambda', 'reader'),
          node('lambda', 'writer'),
          node('aurora-cluster', 'orders', { deletionProtection: true }),
          node('aurora-cluster', 'blog', {
            engine: 'aurora-mysql',
            capacityMode: 'provisioned',
            readers: 2,
            backupRetentionPeriod: 14,
            port: 3333,
          }),
          node('aurora-cluster', 'quiet', {
            minCapacity: 0,
            maxCapacity: { Ref: 'MaxCapacity' },
            readers: 1,
            manageMasterUserPassword: false,
            engineVersion: '16.11',
          }),
          node('rds-proxy', 'pool'),
          node('rds-proxy', 'iam-pool', { defaultAuthScheme: 'IAM_AUTH' }),
        ),
      ),
      connection('lambda--aurora-cluster--network', 'writer', 'orders'),
      connection('lambda--aurora-cluster--network', 'reader', 'blog', {
        endpoint: 'reader',
        authMode: 'iam',
        dbUser: 'app',
      }),
      connection('lambda--rds-proxy', 'reader', 'pool'),
      connection('rds-proxy--aurora-cluster', 'pool', 'quiet'),
      connection('rds-proxy--aurora-cluster', 'iam-pool', 'orders', { securityRule: 'manual' }),
      connection('security-group--aurora-cluster', 'databases', 'quiet'),
    ),
  },
  {
    title: 'Aurora clusters that are queried over HTTPS',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('aurora-cluster', 'orders', { databaseName: { Ref: 'DatabaseName' } }),
          node('aurora-cluster', 'blog', {
            engine: 'aurora-mysql',
            capacityMode: 'provisioned',
            instanceClass: { Ref: 'InstanceClass' },
            readers: 1,
            dataApi: true,
          }),
        ),
      ),
      node('secret', 'login', { passwordLength: 20 }),
      node('lambda', 'query'),
      node('state-machine', 'report'),
      node('schedule', 'nightly', { scheduleExpression: 'rate(1 day)' }),
      connection('lambda--aurora-cluster--data-api', 'query', 'orders'),
      connection('state-machine--aurora-cluster', 'report', 'orders'),
      connection('schedule--aurora-cluster--universal', 'nightly', 'blog'),
      connection('aurora-cluster--secret', 'blog', 'login'),
    ),
  },
  {
    title: 'Aurora clusters that call functions, write files and logs',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'data'),
          node('aurora-cluster', 'orders'),
          node('aurora-cluster', 'blog', { engine: 'aurora-mysql' }),
        ),
      ),
      node('lambda', 'audit'),
      node('s3-bucket', 'files'),
      node('s3-bucket', 'inbox'),
      node('sns-topic', 'ops'),
      node('log-group', 'logs'),
      node('log-group', 'slow'),
      node('event-bus', 'default', { busType: 'default' }),
      connection('aurora-cluster--lambda', 'orders', 'audit'),
      connection('aurora-cluster--lambda', 'blog', 'audit'),
      connection('aurora-cluster--s3-bucket', 'orders', 'files'),
      connection('aurora-cluster--s3-bucket', 'orders', 'inbox', { feature: 's3Import' }),
      connection('aurora-cluster--s3-bucket', 'blog', 'files'),
      connection('aurora-cluster--sns-topic', 'orders', 'ops'),
      connection('aurora-cluster--log-group', 'orders', 'logs'),
      connection('aurora-cluster--log-group', 'blog', 'slow', {
        logTypes: ['slowquery', 'error'],
      }),
      connection('aurora-cluster--event-bus--service-events', 'orders', 'default'),
    ),
  },
  {
    title: 'EFS: file systems that functions mount',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        node('security-group', 'files', { groupDescription: 'Files' }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('lambda', 'model', { timeout: 30 }),
          node('lambda', 'trainer'),
          node('efs-file-system', 'models'),
          node('efs-file-system', 'scratch', {
            throughputMode: 'provisioned',
            provisionedThroughput: 20,
            performanceMode: 'maxIO',
            encrypted: false,
            enforceTls: false,
            lifecycleToIa: 'none',
            automaticBackups: false,
            accessPointPath: { Ref: 'Folder' },
            posixUid: '0',
          }),
        ),
      ),
      connection('lambda--efs-file-system', 'model', 'models', { access: 'read' }),
      connection('lambda--efs-file-system', 'trainer', 'scratch', {
        localMountPath: '/mnt/scratch',
      }),
      connection('security-group--efs-file-system', 'files', 'scratch'),
    ),
  },
  {
    title: 'ElastiCache: serverless caches and their clients',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        node('security-group', 'caches', { groupDescription: 'Caches' }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('lambda', 'reader'),
          node('lambda', 'writer'),
          node('elasticache', 'sessions', { snapshotRetentionLimit: 3 }),
          node('elasticache', 'counters', {
            engine: 'redis',
            maxDataStorage: { Ref: 'MaxStorage' },
            serverlessCacheName: 'counters',
          }),
          node('elasticache', 'pages', { engine: 'memcached' }),
        ),
      ),
      connection('lambda--elasticache', 'reader', 'sessions', { authMode: 'iam' }),
      connection('lambda--elasticache', 'writer', 'sessions', { authMode: 'iam', user: 'writer' }),
      connection('lambda--elasticache', 'writer', 'counters', { authMode: 'iam', user: 'counter' }),
      connection('lambda--elasticache', 'reader', 'pages'),
      connection('security-group--elasticache', 'caches', 'counters'),
    ),
  },
  {
    title: 'ElastiCache: caches of nodes, their logs and notifications',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('lambda', 'reader'),
          node('elasticache', 'sessions', { deployment: 'node-based', snapshotRetentionLimit: 1 }),
          node('elasticache', 'shards', {
            deployment: 'node-based',
            engine: 'redis',
            numNodeGroups: 2,
            nodeType: { Ref: 'NodeType' },
          }),
          node('elasticache', 'pages', {
            deployment: 'node-based',
            engine: 'memcached',
            numNodeGroups: 2,
          }),
        ),
      ),
      node('log-group', 'logs'),
      node('sns-topic', 'ops'),
      connection('lambda--elasticache', 'reader', 'sessions', { authMode: 'iam' }),
      connection('lambda--elasticache', 'reader', 'shards'),
      connection('lambda--elasticache', 'reader', 'pages'),
      connection('elasticache--log-group', 'sessions', 'logs'),
      connection('elasticache--sns-topic', 'sessions', 'ops'),
      connection('elasticache--sns-topic', 'pages', 'ops'),
    ),
  },
  {
    title: 'Global tables: replicas in other Regions',
    design: design(
      inside(
        node('region', 'far', { code: 'us-east-1' }),
        node('dynamodb-replica', 'far-orders', {
          pointInTimeRecovery: true,
          tableClass: 'STANDARD_INFREQUENT_ACCESS',
          deletionProtection: true,
        }),
        node('lambda', 'far-api'),
        node('lambda', 'far-worker'),
      ),
      inside(
        node('region', 'south', { code: 'ap-southeast-2' }),
        node('dynamodb-replica', 'south-orders'),
      ),
      node('dynamodb-table', 'orders', {
        streamViewType: 'NEW_AND_OLD_IMAGES',
        timeToLiveAttribute: 'expires',
        pointInTimeRecovery: true,
        encryption: 'AWS_MANAGED',
        contributorInsights: true,
        deletionProtection: { Ref: 'Protect' },
        globalSecondaryIndexes: [{ name: 'by-day', partitionKey: { name: 'day', type: 'S' } }],
      }),
      node('lambda', 'api'),
      node('lambda', 'worker'),
      node('kinesis-stream', 'changes'),
      connection('dynamodb-table--dynamodb-replica', 'orders', 'far-orders'),
      connection('dynamodb-table--dynamodb-replica', 'orders', 'south-orders'),
      connection('lambda--dynamodb-table', 'api', 'orders'),
      connection('dynamodb-table--lambda', 'orders', 'worker'),
      connection('dynamodb-table--kinesis-stream', 'orders', 'changes'),
      connection('lambda--dynamodb-replica', 'far-api', 'far-orders'),
      connection('dynamodb-replica--lambda', 'far-orders', 'far-worker', {
        startingPosition: 'TRIM_HORIZON',
      }),
    ),
  },
  {
    title: 'caches that are scaled',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'data', { subnetType: 'isolated' }),
          node('elasticache', 'cache', { deployment: 'node-based', nodeType: 'cache.m7g.large' }),
          node('elasticache', 'copies', {
            deployment: 'node-based',
            engine: 'redis',
            nodeType: { Ref: 'NodeType' },
          }),
          node('lambda', 'reader'),
        ),
      ),
      node('app-auto-scaling', 'busy', { maxCapacity: 5 }),
      node('app-auto-scaling', 'day', { policyType: 'Scheduled', maxCapacity: 5 }),
      connection('app-auto-scaling--elasticache', 'busy', 'cache'),
      connection('app-auto-scaling--elasticache', 'day', 'copies', { capacity: 'replicas' }),
      connection('lambda--elasticache', 'reader', 'cache'),
    ),
  },
];
