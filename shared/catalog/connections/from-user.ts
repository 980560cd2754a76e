import { connectionsFrom } from '../connection.ts';
import { dnsRecord } from '../mechanisms/dns-record.mechanism.ts';
import { httpCall } from '../mechanisms/http-call.mechanism.ts';
import { signIn } from '../mechanisms/sign-in.mechanism.ts';
import type { Kind } from '../services/index.ts';

const withoutProgram =
  'The same as with a client application in between, for a drawing in which the program does not matter.';

export const fromUser = connectionsFrom<Kind>('user', {
  client: httpCall({
    label: 'uses',
    explain:
      'The person has the program in front of them; what it asks for, the arrows of the client say.',
    docs: 'AWS Architecture Icons',
  }),
  cloudfront: httpCall({
    label: 'visits',
    explain: withoutProgram,
    docs: 'How CloudFront delivers content',
  }),
  'rest-api': httpCall({
    label: 'calls',
    explain: withoutProgram,
    docs: 'Invoke REST APIs in API Gateway',
  }),
  'http-api': httpCall({
    label: 'calls',
    explain: withoutProgram,
    docs: 'Working with HTTP APIs',
  }),
  'websocket-api': httpCall({
    label: 'opens a WebSocket to',
    explain: withoutProgram,
    docs: 'Overview of WebSocket APIs in API Gateway',
  }),
  'appsync-api': httpCall({
    label: 'sends GraphQL operations to',
    explain: withoutProgram,
    docs: 'Building a client application with AWS AppSync',
  }),
  'api-custom-domain': httpCall({
    label: 'calls',
    explain: withoutProgram,
    docs: 'Custom domain name for public REST APIs in API Gateway',
  }),
  alb: httpCall({
    label: 'visits',
    explain: withoutProgram,
    docs: 'What is an Application Load Balancer?',
  }),
  'cognito-user-pool': signIn({
    label: 'signs in at',
    explain: withoutProgram,
    docs: 'Authentication with Amazon Cognito user pools',
  }),
  'hosted-zone': dnsRecord({
    label: 'resolves names in',
    explain: withoutProgram,
    docs: 'How internet traffic is routed to your website or web application',
    options: { as: 'lookup' },
  }),
});
