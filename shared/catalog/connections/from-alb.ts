import { connectionsFrom } from '../connection.ts';
import { balancerDimensions } from '../elb/figures.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { targetGroup } from '../mechanisms/target-group.mechanism.ts';
import { choice, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  addressTargets,
  balancedPath,
  healthCheck,
  openIdAddress,
  signInWhen,
  watchedTarget,
} from './shared/balanced.ts';
import { watchedBy } from './shared/watched.ts';

export const fromAlb = connectionsFrom<Kind>('alb', {
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The load balancer has a node in one subnet of each zone. An internet-facing one belongs into public subnets, an internal one into private ones.',
    docs: 'Application Load Balancers',
  }),
  'fargate-service': targetGroup({
    label: 'forwards to',
    properties: { ...balancedPath, ...healthCheck },
    explain:
      'ECS puts each task of the service into the target group when it is well, and takes it out again before it stops, so that no request gets lost while a new version comes. The load balancer talks to the port of the container; the security group of the tasks lets it in.',
    docs: 'Use load balancing to distribute Amazon ECS service traffic',
    options: { balancer: 'application', of: 'service' },
  }),
  'ec2-instance': targetGroup({
    label: 'forwards to',
    properties: { ...balancedPath, ...healthCheck },
    explain:
      'The load balancer talks to the port of the program on the instance, whose security group lets it in. The instance itself needs no public address. Several instances with the same pattern share its requests.',
    docs: 'Target groups for your Application Load Balancers',
    options: { balancer: 'application', of: 'instance' },
  }),
  lambda: targetGroup({
    label: 'forwards to',
    properties: {
      ...balancedPath,
      healthCheckPath: text({
        maxLength: 1024,
        pattern: '^/',
        advanced: true,
        help: 'Empty: the function is not asked whether it is well. Each check is an invocation, and is paid like one.',
      }),
      multiValueHeaders: yesNo({
        default: false,
        advanced: true,
        help: 'Headers and query parameters that come several times reach the function as lists.',
      }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'elasticloadbalancing.amazonaws.com',
        conditions: {
          ArnLike: {
            'aws:SourceArn':
              'arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/*',
          },
        },
        byMechanism: true,
      },
    ],
    explain:
      'The load balancer calls the function with the request as an event and waits for the answer. A target group holds exactly one function. Request and answer may have 1 MB each, and the answer needs a status code.',
    docs: 'Use Lambda functions as targets of an Application Load Balancer',
    options: { balancer: 'application', of: 'function' },
  }),
  'on-premises': targetGroup({
    label: 'forwards to IP addresses of',
    properties: { ...balancedPath, ...addressTargets('HTTP'), ...healthCheck },
    explain: 'Addresses outside the VPC can be targets when a VPN or Direct Connect leads to them.',
    docs: 'Target groups for your Application Load Balancers',
    options: { balancer: 'application', of: 'addresses' },
  }),
  'vpc-endpoint': targetGroup({
    label: 'forwards to',
    properties: {
      ...balancedPath,
      ...addressTargets('HTTPS'),
      healthyHttpCodes: text({
        default: '200-499',
        emitDefault: true,
        advanced: true,
        pattern: '^\\d{3}([,-]\\d{3})*$',
        help: 'Which answers say that it is well. An API that refuses the check with 403 is there all the same.',
      }),
      ...healthCheck,
    },
    explain:
      'This is how a load balancer leads to a private REST API: its targets are the addresses of the endpoint for execute-api. CloudFormation does not tell those addresses, so the export asks for them.',
    docs: 'Private REST APIs in API Gateway',
    options: { balancer: 'application', of: 'addresses' },
  }),
  'cognito-user-pool': authorizer({
    label: 'signs people in with',
    properties: {
      ...signInWhen(),
    },
    explain:
      'The load balancer sends the browser to the login pages of the pool and gets a code back, then it sets a cookie and hands requests on with who the person is in signed headers. That takes an HTTPS listener and a domain of the pool; the export adds an app client with a secret for it.',
    docs: 'Authenticate users using an Application Load Balancer',
    options: { api: 'load-balancer' },
  }),
  'identity-provider': authorizer({
    label: 'signs people in with',
    properties: {
      mode: choice(['oidc', 'jwt'], {
        default: 'oidc',
        help: 'oidc: people without a session are sent to the login pages. jwt: programs show a signed token with each request, and nobody is sent anywhere.',
      }),
      ...openIdAddress('authorizationEndpoint', 'oidc', 'authorization_endpoint'),
      ...openIdAddress('tokenEndpoint', 'oidc', 'token_endpoint'),
      ...openIdAddress('userInfoEndpoint', 'oidc', 'userinfo_endpoint'),
      ...openIdAddress('jwksEndpoint', 'jwt', 'jwks_uri'),
      ...signInWhen((read) => read('mode') !== 'jwt'),
    },
    explain:
      'The load balancer speaks OpenID Connect with the provider itself: it sends the browser there, gets a code back, and sets a cookie. Enter https://<name>/oauth2/idpresponse as the callback at the provider. The load balancer calls the provider over the internet, so its subnets need a way out.',
    docs: 'Authenticate users using an Application Load Balancer',
    options: { api: 'load-balancer', openId: true },
  }),
  's3-bucket': logging({
    label: 'writes access logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'target-policy',
        actions: ['s3:PutObject'],
        resources: ['{target.arn}/AWSLogs/{account}/*'],
        principal: 'logdelivery.elasticloadbalancing.amazonaws.com',
        conditions: {
          ArnLike: {
            'aws:SourceArn':
              'arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/*',
          },
        },
      },
    ],
    explain:
      'A line for each request: who asked for what, which target answered, how long it took. The lines come in files every five minutes. The bucket must be in the same Region and encrypted with the keys of S3.',
    docs: 'Access logs for your Application Load Balancer',
    options: { setting: 'application-balancer' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/ApplicationELB',
    [
      'HTTPCode_Target_5XX_Count',
      'HTTPCode_ELB_5XX_Count',
      'TargetResponseTime',
      'RequestCount',
      'TargetConnectionErrorCount',
      'RejectedConnectionCount',
      'UnHealthyHostCount',
    ],
    balancerDimensions,
    { properties: watchedTarget },
  ),
});
