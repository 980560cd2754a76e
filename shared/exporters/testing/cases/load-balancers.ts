import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** Load balancers in front of containers and servers, and private ways to them. */
export const loadBalancers: readonly ExportCase[] = [
  {
    title: 'a load balancer in front of containers and servers, with logs and an alarm',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'public', { subnetType: 'public' }),
          node('alb', 'web', { listenerProtocol: 'HTTP', listenerPort: 80 }),
          node('alb', 'guarded', { listenerProtocol: 'HTTP', listenerPort: 80 }),
        ),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'shop', { containerPort: 8080 }),
          node('fargate-service', 'api'),
          node('fargate-service', 'open-port', { containerPort: { Ref: 'Port' } }),
          node('ec2-instance', 'old', { appPort: 8000 }),
          node('ec2-instance', 'older', { appPort: { Ref: 'Port' } }),
        ),
        node('security-group', 'one', { allowAllOutbound: false }),
        node('security-group', 'two'),
        node('security-group', 'tasks'),
      ),
      node('user', 'people'),
      node('s3-bucket', 'logs'),
      node('cloudwatch-alarm', 'sick'),
      node('cloudwatch-alarm', 'failing'),
      connection('user--alb', 'people', 'web'),
      connection('security-group--alb', 'one', 'guarded'),
      connection('security-group--alb', 'two', 'guarded'),
      connection('security-group--fargate-service', 'tasks', 'api'),
      connection('alb--fargate-service', 'web', 'shop', {
        healthCheckPath: '/health',
        healthCheckInterval: 15,
      }),
      connection('alb--fargate-service', 'guarded', 'api'),
      connection('alb--fargate-service', 'guarded', 'open-port', { pathPattern: '/open/*' }),
      connection('alb--ec2-instance', 'web', 'old', { pathPattern: '/old/*' }),
      connection('alb--ec2-instance', 'web', 'older', { pathPattern: '/old/*', weight: 3 }),
      connection('alb--s3-bucket', 'web', 'logs'),
      connection('alb--cloudwatch-alarm', 'web', 'failing'),
      connection('alb--cloudwatch-alarm', 'web', 'sick', {
        metricName: 'UnHealthyHostCount',
        target: 'shop',
      }),
    ),
  },
  {
    title: 'load balancers that ask an identity provider, for a sign-in and for tokens',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'public', { subnetType: 'public' }),
          node('alb', 'web'),
          node('alb', 'api'),
        ),
      ),
      node('identity-provider', 'company', {
        providerName: 'Company',
        issuerUrl: 'https://login.example.com/',
        clientId: 'app-1',
        clientSecretName: 'company-login',
      }),
      node('identity-provider', 'partner', {
        providerName: 'Partner',
        issuerUrl: { Ref: 'Issuer' },
      }),
      node('lambda', 'page'),
      node('lambda', 'orders'),
      connection('alb--identity-provider', 'web', 'company', {
        authorizationEndpoint: 'https://login.example.com/authorize',
        tokenEndpoint: { Ref: 'TokenEndpoint' },
        sessionTimeout: 3600,
        scope: 'openid email',
        onUnauthenticatedRequest: 'deny',
      }),
      connection('alb--identity-provider', 'api', 'partner', { mode: 'jwt' }),
      connection('alb--lambda', 'web', 'page'),
      connection('alb--lambda', 'web', 'orders', { pathPattern: '/orders/*' }),
      connection('alb--lambda', 'api', 'orders'),
    ),
  },
  {
    title: 'distributions in front of load balancers, over the internet and inside the VPC',
    design: design(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        inside(
          node('subnet', 'front', { subnetType: 'public' }),
          node('alb', 'open', { listenerProtocol: 'HTTP', listenerPort: { Ref: 'Port' } }),
          node('alb', 'named'),
        ),
      ),
      inside(
        node('vpc', 'closed', { cidrBlock: '10.7.0.0/16' }),
        inside(
          node('subnet', 'inner', { subnetType: 'isolated' }),
          node('alb', 'hidden', {
            scheme: 'internal',
            listenerProtocol: 'HTTP',
            listenerPort: 8080,
          }),
          node('alb', 'hidden-tls', { scheme: 'internal' }),
        ),
      ),
      node('hosted-zone', 'zone', { name: 'example.com' }),
      node('certificate', 'tls', { domainName: 'origin.example.com' }),
      node('cloudfront', 'site'),
      node('cloudfront', 'other'),
      node('lambda', 'page'),
      connection('alb--lambda', 'open', 'page'),
      connection('alb--lambda', 'named', 'page'),
      connection('alb--lambda', 'hidden', 'page'),
      connection('alb--lambda', 'hidden-tls', 'page'),
      connection('certificate--alb', 'tls', 'named'),
      connection('hosted-zone--alb', 'zone', 'named', { recordName: 'origin.example.com' }),
      connection('cloudfront--alb--public', 'site', 'open', { readTimeout: 60 }),
      connection('cloudfront--alb--public', 'site', 'named', {
        pathPattern: '/named/*',
        customHeaders: { 'x-origin-key': 'abc' },
      }),
      connection('cloudfront--alb--vpc-origin', 'site', 'hidden', {
        pathPattern: '/hidden/*',
        originPath: '/v1',
        connectionAttempts: 2,
        readTimeout: 20,
      }),
      connection('cloudfront--alb--vpc-origin', 'other', 'hidden'),
      connection('cloudfront--alb--vpc-origin', 'other', 'hidden-tls', { pathPattern: '/tls/*' }),
      connection('cloudfront--alb--public', 'other', 'open', {
        pathPattern: '/open/*',
        protocolPolicy: 'match-viewer',
      }),
    ),
  },
];
