import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

const anyone = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };

/** VPCs with what is in them: subnets, gateways, endpoints and security groups. */
export const network: readonly ExportCase[] = [
  {
    title: 'a VPC with all types of subnets, and a function in private ones',
    design: design(
      inside(
        node('vpc', 'net', { flowLogs: true }),
        node('subnet', 'web', { subnetType: 'public', mapPublicIpOnLaunch: true }),
        inside(node('subnet', 'app'), node('lambda', 'worker', { timeout: 30 })),
        node('subnet', 'data', { subnetType: 'isolated' }),
      ),
    ),
  },
  {
    title: 'subnets with addresses and zones of their own, and drawn NAT gateways',
    design: design(
      inside(
        node('vpc', 'net', { maxAzs: 3, cidrBlock: '10.20.0.0/20', enableDnsHostnames: false }),
        inside(
          node('subnet', 'public-a', {
            subnetType: 'public',
            replicatePerAz: false,
            mapPublicIpOnLaunch: true,
          }),
          node('nat-gateway', 'nat-a', { maxDrainDurationSeconds: 60 }),
        ),
        inside(
          node('subnet', 'public-b', { subnetType: 'public', replicatePerAz: false }),
          node('nat-gateway', 'nat-b'),
        ),
        inside(node('subnet', 'app', { cidrBlock: '10.20.8.0/22' }), node('lambda', 'worker')),
        node('subnet', 'rest'),
        node('subnet', 'named', {
          replicatePerAz: false,
          availabilityZone: 'eu-west-1b',
          subnetType: 'isolated',
        }),
      ),
      connection('subnet--nat-gateway', 'app', 'nat-b'),
    ),
  },
  {
    title: 'values that are known at deployment only',
    design: design(
      inside(
        node('vpc', 'net', {
          cidrBlock: { Ref: 'Range' },
          enableDnsSupport: { Ref: 'Dns' },
          instanceTenancy: 'dedicated',
        }),
        node('subnet', 'web', { subnetType: 'public', mapPublicIpOnLaunch: { Ref: 'PublicIps' } }),
        inside(
          node('subnet', 'own', { replicatePerAz: false, cidrBlock: { Ref: 'OwnRange' } }),
          node('lambda', 'worker'),
        ),
        node('subnet', 'elsewhere', {
          replicatePerAz: false,
          availabilityZone: { Ref: 'Zone' },
          subnetType: 'isolated',
        }),
        node('security-group', 'group', {
          groupName: { Ref: 'GroupName' },
          ingressRules: [{ fromPort: 443, source: { Ref: 'Source' } }],
        }),
      ),
      connection('security-group--lambda', 'group', 'worker'),
    ),
  },
  {
    title: 'no subnets drawn, a regional NAT gateway, and no NAT gateway at all',
    design: design(
      inside(node('vpc', 'implied'), node('lambda', 'one')),
      inside(
        node('vpc', 'regional', { cidrBlock: '10.1.0.0/16' }),
        node('nat-gateway', 'nat', { availabilityMode: 'regional' }),
        inside(node('subnet', 'app'), node('lambda', 'two')),
      ),
      inside(
        node('vpc', 'closed', { cidrBlock: '10.2.0.0/24', natGateways: 0 }),
        inside(node('subnet', 'inner'), node('lambda', 'three')),
      ),
      inside(
        node('vpc', 'hidden', { cidrBlock: '10.3.0.0/28', enableDnsSupport: false }),
        inside(node('subnet', 'deep', { subnetType: 'isolated', replicatePerAz: false })),
        node('nat-gateway', 'side', { connectivityType: 'private' }, 'side'),
      ),
      inside(
        node('vpc', 'empty', { cidrBlock: '10.4.0.0/16' }),
        node('vpc-endpoint', 'lone-door', {
          service: 's3',
          vpcEndpointType: 'Gateway',
          policyDocument: { Statement: anyone },
        }),
      ),
      connection('nat-gateway--subnet', 'side', 'deep'),
      connection('vpc--vpc', 'closed', 'implied'),
      connection('vpc--vpc', 'implied', 'closed', {}, 'the-way-back'),
    ),
  },
  {
    title: 'endpoints with policies, routes and security groups',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app', { subnetType: 'isolated' }),
          node('lambda', 'worker'),
          node('vpc-endpoint', 'queue-door', { service: 'sqs' }),
        ),
        node('subnet', 'other', { subnetType: 'isolated' }),
        node('vpc-endpoint', 'files-door', { service: 's3', vpcEndpointType: 'Gateway' }),
        node('vpc-endpoint', 'table-door', {
          service: 'dynamodb',
          vpcEndpointType: 'Gateway',
          policyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Principal: '*', Action: ['dynamodb:*'], Resource: ['*'] },
            ],
          },
        }),
        node('vpc-endpoint', 'secret-door', {
          service: 'secretsmanager',
          privateDnsEnabled: false,
        }),
        node('vpc-endpoint', 'any-door', { service: 'logs' }),
        node('security-group', 'doors', { ingressRules: [{ port: 443, source: '10.0.0.0/16' }] }),
      ),
      node('s3-bucket', 'files'),
      node('dynamodb-table', 'orders'),
      node('sqs-queue', 'queue'),
      node('secret', 'key'),
      connection('subnet--vpc-endpoint', 'app', 'files-door'),
      connection('vpc-endpoint--s3-bucket', 'files-door', 'files', { policy: anyone }),
      connection('vpc-endpoint--dynamodb-table', 'table-door', 'orders'),
      connection('vpc-endpoint--sqs-queue', 'queue-door', 'queue'),
      connection('vpc-endpoint--secret', 'secret-door', 'key'),
      connection('vpc-endpoint--subnet', 'secret-door', 'app'),
      connection('vpc-endpoint--subnet', 'secret-door', 'other'),
      connection('security-group--vpc-endpoint', 'doors', 'secret-door'),
      connection('lambda--vpc-endpoint', 'worker', 'queue-door'),
      connection('lambda--vpc-endpoint', 'worker', 'secret-door'),
      connection('lambda--vpc-endpoint', 'worker', 'files-door'),
      connection('lambda--secret', 'worker', 'key'),
    ),
  },
  {
    title: 'endpoints for the services that have only interface endpoints',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app', { subnetType: 'isolated' }),
          node('vpc-endpoint', 'topics', { service: 'sns' }),
          node('vpc-endpoint', 'streams', { service: 'kinesis-streams' }),
          node('vpc-endpoint', 'deliveries', { service: 'kinesis-firehose' }),
          node('vpc-endpoint', 'events', { service: 'events' }),
          node('vpc-endpoint', 'workflows', { service: 'states' }),
          node('vpc-endpoint', 'logs', { service: 'logs' }),
          node('vpc-endpoint', 'functions', { service: 'lambda' }),
        ),
      ),
      node('sns-topic', 'topic'),
      node('kinesis-stream', 'stream'),
      node('event-bus', 'bus'),
      node('log-group', 'group'),
      node('lambda', 'worker'),
      node('firehose', 'delivery'),
      node('s3-bucket', 'files'),
      node('state-machine', 'workflow'),
      connection('firehose--s3-bucket', 'delivery', 'files'),
      connection('vpc-endpoint--firehose', 'deliveries', 'delivery'),
      connection('vpc-endpoint--state-machine', 'workflows', 'workflow'),
      connection('vpc-endpoint--sns-topic', 'topics', 'topic'),
      connection('vpc-endpoint--kinesis-stream', 'streams', 'stream'),
      connection('vpc-endpoint--event-bus', 'events', 'bus'),
      connection('vpc-endpoint--log-group', 'logs', 'group'),
      connection('vpc-endpoint--lambda', 'functions', 'worker'),
    ),
  },
  {
    title: 'security groups with rules of all sorts',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(node('subnet', 'app'), node('lambda', 'caller'), node('lambda', 'closed-caller')),
        node('security-group', 'callers', { allowAllOutbound: false, groupName: 'callers' }),
        node('security-group', 'silent', { allowAllOutbound: false }),
        node('security-group', 'picky', {
          egressRules: [
            { port: 443, source: '0.0.0.0/0', description: 'HTTPS "out"' },
            { protocol: 'udp', fromPort: 53, toPort: 54, source: '10.0.0.0/16' },
          ],
        }),
        node('security-group', 'open', {
          ingressRules: [
            { protocol: 'tcp', fromPort: 8000, toPort: 8100, source: '10.0.0.0/8' },
            { protocol: 'icmp', source: '10.0.0.0/8' },
            { protocol: '-1', source: 'silent' },
            { port: 22, source: 'sg-0123456789abcdef0' },
            { port: 443, source: '2001:db8::/32' },
            { port: 80, source: 'pl-0123456789abcdef0' },
            { source: '10.9.0.0/16' },
          ],
          egressRules: [{ protocol: '-1', source: '0.0.0.0/0' }],
        }),
        node('security-group', 'loop', {
          ingressRules: [{ port: 4000, source: 'loop' }],
          egressRules: [{ port: 4000, source: 'open' }],
        }),
      ),
      connection('security-group--lambda', 'callers', 'caller'),
      connection('security-group--lambda', 'picky', 'caller'),
      connection('security-group--lambda', 'silent', 'closed-caller'),
      connection('security-group--security-group', 'callers', 'open'),
      connection('security-group--security-group', 'picky', 'open', { protocol: '-1' }),
      connection('security-group--security-group', 'open', 'picky', {
        protocol: 'udp',
        fromPort: 1000,
        toPort: 2000,
      }),
      connection('security-group--security-group', 'open', 'silent', { protocol: 'icmp' }),
    ),
  },
  {
    title: 'flow logs in a bucket and in a log group, and a function in several subnets',
    design: design(
      inside(
        node('vpc', 'net'),
        node('subnet', 'app'),
        node('subnet', 'more', { subnetType: 'public' }),
      ),
      node('lambda', 'worker'),
      node('s3-bucket', 'archive'),
      node('log-group', 'group'),
      connection('lambda--subnet', 'worker', 'app'),
      connection('lambda--subnet', 'worker', 'more', { ipv6AllowedForDualStack: true }),
      connection('vpc--s3-bucket', 'net', 'archive', { trafficType: 'REJECT' }),
      connection('vpc--log-group', 'net', 'group', { trafficType: 'ACCEPT' }),
      connection('vpc--log-group', 'net', 'group', { trafficType: 'REJECT' }, 'rejected'),
    ),
  },
  {
    title: 'VPCs of two Regions',
    design: design(
      inside(
        node('region', 'far', { code: 'us-east-1' }),
        inside(
          node('vpc', 'far-net'),
          inside(node('subnet', 'far-app'), node('lambda', 'far-worker')),
        ),
      ),
      inside(
        node('vpc', 'near-net'),
        inside(node('subnet', 'near-app', { subnetType: 'isolated' }), node('lambda', 'near')),
      ),
    ),
  },
  {
    title: 'a private REST API behind an endpoint',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'app', { subnetType: 'isolated' }),
          node('vpc-endpoint', 'door', { service: 'execute-api' }),
        ),
      ),
      node('rest-api', 'api', { name: 'Inner', endpointType: 'PRIVATE' }),
      node('lambda', 'worker'),
      connection('vpc-endpoint--rest-api', 'door', 'api'),
      connection('rest-api--lambda', 'api', 'worker', { path: '/orders', method: 'GET' }),
    ),
  },
  {
    title: 'placement by arrows instead of nesting',
    design: design(
      node('region', 'here', { code: 'eu-west-1' }),
      node('vpc', 'net'),
      node('subnet', 'data', { subnetType: 'isolated' }),
      node('security-group', 'guards'),
      node('vpc-endpoint', 'files-door', { service: 's3', vpcEndpointType: 'Gateway' }),
      node('rds-instance', 'orders'),
      node('rds-proxy', 'pool'),
      connection('vpc--region', 'net', 'here'),
      connection('subnet--vpc', 'data', 'net'),
      connection('security-group--vpc', 'guards', 'net'),
      connection('vpc-endpoint--vpc', 'files-door', 'net'),
      connection('rds-instance--subnet', 'orders', 'data'),
      connection('rds-proxy--subnet', 'pool', 'data'),
      connection('rds-proxy--rds-instance', 'pool', 'orders'),
      connection('security-group--rds-proxy', 'guards', 'pool'),
    ),
  },
];
