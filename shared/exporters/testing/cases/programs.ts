import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** Containers and servers, and what else they use: files, search, SQL, mail, balancers, roles. */
export const programs: readonly ExportCase[] = [
  {
    title: 'containers with files, searches, queries, mail, an alarm and a balancer to call',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'web'),
          node('fargate-service', 'reader'),
          node('efs-file-system', 'files'),
          node('efs-file-system', 'archive'),
          node('alb', 'inner', {
            scheme: 'internal',
            listenerProtocol: 'HTTP',
            listenerPort: 8080,
          }),
          node('opensearch', 'domain', { deployment: 'domain', domainName: 'search' }),
          node('redshift', 'house', { deployment: 'serverless' }),
        ),
        inside(
          node('subnet', 'front', { subnetType: 'public' }),
          node('alb', 'outer', { listenerProtocol: 'HTTP', listenerPort: 80 }),
        ),
        node('security-group', 'guards', {
          egressRules: [{ protocol: 'tcp', fromPort: 443, toPort: 443, source: '0.0.0.0/0' }],
        }),
      ),
      node('opensearch', 'collection', { deployment: 'serverless', collectionName: 'notes' }),
      node('athena-workgroup', 'queries'),
      node('s3-bucket', 'results'),
      node('ses-identity', 'mail', { emailIdentity: 'mail.example.com' }),
      node('cloudwatch-alarm', 'busy', { statistic: 'Average', threshold: 80 }),
      node('lambda', 'api'),
      connection('alb--lambda', 'inner', 'api'),
      connection('alb--lambda', 'outer', 'api'),
      connection('security-group--fargate-service', 'guards', 'reader'),
      connection('athena-workgroup--s3-bucket', 'queries', 'results'),
      connection('fargate-service--efs-file-system', 'web', 'files', {
        localMountPath: '/mnt/files',
      }),
      connection('fargate-service--efs-file-system', 'web', 'archive', {
        localMountPath: '/mnt/archive',
        access: 'read',
      }),
      connection('fargate-service--efs-file-system', 'reader', 'files', {
        localMountPath: { Ref: 'Folder' },
      }),
      connection('fargate-service--alb--invoke', 'web', 'inner'),
      connection('fargate-service--alb--invoke', 'web', 'outer'),
      connection('fargate-service--alb--invoke', 'reader', 'inner'),
      connection('fargate-service--opensearch', 'web', 'domain'),
      connection('fargate-service--opensearch', 'reader', 'domain', { access: 'read' }),
      connection('fargate-service--opensearch', 'web', 'collection', { access: 'write' }),
      connection('fargate-service--redshift--data-api', 'web', 'house'),
      connection('fargate-service--athena-workgroup', 'web', 'queries'),
      connection('fargate-service--ses-identity', 'web', 'mail'),
      connection('fargate-service--cloudwatch-alarm', 'web', 'busy'),
    ),
  },
  {
    title:
      'servers with files, a cache, searches, a cluster, mail, an alarm and a balancer to call',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('ec2-instance', 'server'),
          node('ec2-instance', 'guarded'),
          node('efs-file-system', 'files'),
          node('elasticache', 'cache'),
          node('aurora-cluster', 'db'),
          node('alb', 'inner', { scheme: 'internal', listenerProtocol: 'HTTP', listenerPort: 80 }),
          node('opensearch', 'domain', { deployment: 'domain', domainName: 'search' }),
        ),
        node('security-group', 'guards', {
          egressRules: [{ protocol: 'tcp', fromPort: 443, toPort: 443, source: '0.0.0.0/0' }],
        }),
        node('security-group', 'others'),
      ),
      node('ses-identity', 'mail', { emailIdentity: 'mail.example.com' }),
      node('cloudwatch-alarm', 'down', { statistic: 'Maximum' }),
      node('event-bus', 'events', { busType: 'default' }),
      node('lambda', 'api'),
      connection('alb--lambda', 'inner', 'api'),
      connection('security-group--ec2-instance', 'guards', 'guarded'),
      connection('security-group--ec2-instance', 'others', 'guarded'),
      connection('ec2-instance--efs-file-system', 'server', 'files', { access: 'read' }),
      connection('ec2-instance--efs-file-system', 'guarded', 'files'),
      connection('ec2-instance--elasticache', 'server', 'cache', { authMode: 'iam' }),
      connection('ec2-instance--aurora-cluster--network', 'server', 'db'),
      connection('ec2-instance--aurora-cluster--network', 'guarded', 'db', {
        authMode: 'iam',
        dbUser: 'app',
      }),
      connection('ec2-instance--alb--invoke', 'guarded', 'inner'),
      connection('ec2-instance--opensearch', 'server', 'domain'),
      connection('ec2-instance--ses-identity', 'server', 'mail'),
      connection('ec2-instance--cloudwatch-alarm', 'server', 'down'),
      connection('ec2-instance--event-bus--service-events', 'server', 'events'),
    ),
  },
  {
    title: 'roles of their own for containers and servers',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'web', {
            image: '111111111111.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.2',
            enableExecuteCommand: true,
          }),
          node('fargate-service', 'other'),
          node('ec2-instance', 'server'),
          node('ec2-instance', 'plain', { sessionManager: false }),
        ),
      ),
      node('iam-role', 'program'),
      node('iam-role', 'starter', {
        managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      }),
      node('iam-role', 'host'),
      node('lambda', 'starts'),
      node('s3-bucket', 'files'),
      connection('fargate-service--iam-role', 'web', 'program'),
      connection('fargate-service--iam-role', 'web', 'starter', { roleType: 'execution' }),
      connection('fargate-service--iam-role', 'other', 'starter', { roleType: 'execution' }),
      connection('ec2-instance--iam-role', 'server', 'host'),
      connection('ec2-instance--iam-role', 'plain', 'host'),
      connection('lambda--fargate-service--run-task', 'starts', 'web'),
      connection('fargate-service--s3-bucket', 'web', 'files'),
      connection('ec2-instance--s3-bucket', 'server', 'files', { access: 'read' }),
    ),
  },
  {
    title: 'functions of images in a drawn repository',
    design: design(
      node('ecr-repository', 'images', { repositoryName: 'shop/functions' }),
      node('lambda', 'latest', { packageType: 'Image' }),
      node('lambda', 'tagged', { packageType: 'Image', architecture: 'x86_64' }),
      node('lambda', 'pinned', { packageType: 'Image' }),
      node('lambda', 'open', { packageType: 'Image' }),
      node('s3-bucket', 'files'),
      connection('lambda--s3-bucket', 'tagged', 'files'),
      connection('ecr-repository--lambda', 'images', 'latest'),
      connection('ecr-repository--lambda', 'images', 'tagged', { tag: '1.4.2' }),
      connection('ecr-repository--lambda', 'images', 'pinned', {
        tag: `sha256:${'0123456789abcdef'.repeat(4)}`,
      }),
      connection('ecr-repository--lambda', 'images', 'open', { tag: { Ref: 'Version' } }),
    ),
  },
  {
    title: 'tasks that workflows and a pipe run',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'job', { desiredCount: 0 }),
          node('fargate-service', 'asks', { desiredCount: 0 }),
        ),
        inside(
          node('subnet', 'front', { subnetType: 'public' }),
          node('fargate-service', 'open', { desiredCount: 0, assignPublicIp: 'ENABLED' }),
        ),
      ),
      node('state-machine', 'flow'),
      node('state-machine', 'older', { queryLanguage: 'JSONPath' }),
      node('lambda', 'approval'),
      node('sqs-queue', 'orders'),
      node('pipe', 'each'),
      connection('state-machine--fargate-service', 'flow', 'job'),
      connection('state-machine--fargate-service', 'flow', 'asks', {
        pattern: 'wait-for-task-token',
        stateName: 'Ask',
      }),
      connection('state-machine--fargate-service', 'older', 'job', {
        pattern: 'request-response',
      }),
      connection('state-machine--fargate-service', 'older', 'open', { timeoutSeconds: 600 }),
      connection('fargate-service--state-machine', 'asks', 'flow', { access: 'task-response' }),
      connection('state-machine--lambda', 'flow', 'approval', { pattern: 'wait-for-task-token' }),
      connection('lambda--state-machine', 'approval', 'flow', { access: 'task-response' }),
      connection('sqs-queue--pipe', 'orders', 'each', { batchSize: 1 }),
      connection('pipe--fargate-service', 'each', 'open', {
        taskCount: 2,
        environment: { ORDER: '$.body', STAGE: { Ref: 'Stage' }, LEVEL: 3 },
      }),
    ),
  },
  {
    title: 'servers that clients, distributions and names lead to, and workflows work with',
    design: design(
      node('client', 'people'),
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'front', { subnetType: 'public' }),
          node('ec2-instance', 'open', { associatePublicIp: true }),
          node('ec2-instance', 'other', { associatePublicIp: true, appPort: { Ref: 'Port' } }),
        ),
        inside(
          node('subnet', 'app'),
          node('ec2-instance', 'inner', { appPort: 8080 }),
          node('ec2-instance', 'safe', { appPort: 443 }),
        ),
        node('security-group', 'guards'),
        node('security-group', 'others'),
      ),
      node('cloudfront', 'site'),
      node('cloudfront', 'second'),
      node('hosted-zone', 'zone', { name: 'example.com' }),
      node('hosted-zone', 'inside', { name: 'example.internal', zoneType: 'private' }),
      node('state-machine', 'flow'),
      node('state-machine', 'older', { queryLanguage: 'JSONPath' }),
      connection('security-group--ec2-instance', 'guards', 'inner'),
      connection('security-group--ec2-instance', 'others', 'inner'),
      connection('client--ec2-instance--direct', 'people', 'open'),
      connection('client--ec2-instance--direct', 'people', 'other', { port: 8443 }),
      connection('cloudfront--ec2-instance--public', 'site', 'open'),
      connection('cloudfront--ec2-instance--vpc-origin', 'site', 'inner', {
        pathPattern: '/api/*',
        readTimeout: 60,
      }),
      connection('cloudfront--ec2-instance--vpc-origin', 'second', 'safe', {
        protocolPolicy: 'https-only',
      }),
      connection('cloudfront--ec2-instance--public', 'second', 'other', {
        pathPattern: '/other/*',
        protocolPolicy: 'match-viewer',
        originPath: '/app',
      }),
      connection('hosted-zone--ec2-instance', 'zone', 'open', { recordName: 'www.example.com' }),
      connection('hosted-zone--vpc', 'inside', 'net'),
      connection('hosted-zone--ec2-instance', 'inside', 'inner', {
        recordName: 'app.example.internal',
        ttl: 60,
      }),
      connection('state-machine--ec2-instance', 'flow', 'inner'),
      connection('state-machine--ec2-instance', 'older', 'inner', { action: 'startInstances' }),
      connection('state-machine--ec2-instance--activity', 'flow', 'inner', {
        activityName: 'render',
        timeoutSeconds: 3600,
      }),
      connection('state-machine--ec2-instance--activity', 'older', 'safe', {
        activityName: 'print',
        stateName: 'Print',
      }),
    ),
  },
  {
    title: 'APIs in front of servers with public addresses',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'front', { subnetType: 'public' }),
          node('ec2-instance', 'plain', { associatePublicIp: true }),
          node('ec2-instance', 'other', { associatePublicIp: true, appPort: 8443 }),
        ),
      ),
      node('http-api', 'http', { name: 'http' }),
      node('rest-api', 'rest', { name: 'rest' }),
      connection('http-api--ec2-instance--public', 'http', 'plain'),
      connection('http-api--ec2-instance--public', 'http', 'other', {
        path: '/orders/{id}',
        method: 'GET',
        protocolPolicy: 'https-only',
      }),
      connection('rest-api--ec2-instance--public', 'rest', 'plain'),
      connection('rest-api--ec2-instance--public', 'rest', 'other', {
        path: '/orders/{id}',
        method: 'GET',
        protocolPolicy: 'https-only',
        securityRule: 'manual',
      }),
    ),
  },
];
