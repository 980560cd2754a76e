import { connectionsFrom } from '../connection.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { targetGroup } from '../mechanisms/target-group.mechanism.ts';
import { choice, seconds, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { addressTargets, balancedPath, healthCheck } from './shared/balanced.ts';

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
      sessionTimeout: seconds({
        default: 604_800,
        min: 1,
        max: 604_800,
        help: 'How long people stay signed in: seven days at most.',
      }),
      scope: text({
        default: 'openid',
        advanced: true,
        help: 'What the application gets to know of the person; openid must be among it.',
      }),
      onUnauthenticatedRequest: choice(['authenticate', 'allow', 'deny'], {
        default: 'authenticate',
        help: 'What becomes of people who are not signed in: to the login pages, through all the same, or refused.',
      }),
    },
    explain:
      'The load balancer sends the browser to the login pages of the pool and gets a code back, then it sets a cookie and hands requests on with who the person is in signed headers. That takes an HTTPS listener and a domain of the pool; the export adds an app client with a secret for it.',
    docs: 'Authenticate users using an Application Load Balancer',
    options: { api: 'load-balancer' },
  }),
});
