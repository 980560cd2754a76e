import { securityRule } from '../../common-properties.ts';
import type { ConnectionReader, StatementTemplate } from '../../connection.ts';
import { choice, integer, list, nodeRef, type PropertyTable, text, yesNo } from '../../property.ts';

const methods = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

type Method = 'ANY' | 'POST';

const method = (usual: Method) =>
  choice(methods, {
    default: usual,
    required: true,
    help: 'ANY takes all methods that no other route of this path takes.',
  });

const guard = (...kinds: readonly string[]): PropertyTable => ({
  authorizer: nodeRef({
    kinds: ['cognito-user-pool', 'lambda', ...kinds],
    help: 'Who decides who may call the route: a user pool or a function, for HTTP APIs also another identity provider. It must be connected to the API as an authorizer.',
  }),
  authorizationScopes: list({
    advanced: true,
    help: 'The token must hold one of these scopes. For signed tokens only.',
  }),
});

/** A route of a REST API. */
export const restRoute = (usual: Method): PropertyTable => ({
  path: text({
    default: '/{proxy+}',
    required: true,
    pattern: '^/',
    help: '/orders/{id}: id is a parameter. {proxy+} at the end stands for the rest of any path.',
  }),
  method: method(usual),
  ...guard(),
  apiKeyRequired: yesNo({
    default: false,
    advanced: true,
    help: 'Callers of this route show an API key.',
  }),
  timeoutInMillis: integer({
    default: 29_000,
    min: 50,
    max: 300_000,
    unit: 'ms',
    advanced: true,
    help: 'How long the API waits. More than 29 seconds for regional and private APIs only, after a quota increase.',
  }),
});

/** A route of an HTTP API. */
export const httpRoute = (usual: Method): PropertyTable => ({
  path: text({
    default: '/{proxy+}',
    required: true,
    pattern: '^(/|\\$default)',
    help: '/orders/{id}: id is a parameter. {proxy+} at the end stands for the rest of any path; $default takes what no other route takes.',
  }),
  method: method(usual),
  ...guard('identity-provider'),
  timeoutInMillis: integer({
    default: 30_000,
    min: 50,
    max: 30_000,
    unit: 'ms',
    advanced: true,
    help: 'How long the API waits for the answer.',
  }),
});

/** A route to a server of one's own. */
export const ownServerRoute: PropertyTable = {
  protocolPolicy: choice(['http-only', 'https-only'], {
    default: 'http-only',
    help: 'How the API talks to the server. https needs a certificate there for its public name, from an authority that API Gateway knows; the name that AWS gives has none.',
  }),
  securityRule,
};

/** For a student. */
export const ownServer =
  'The API calls the public address of the instance, which therefore lets everybody connect to its port; whoever knows the address can go around the API. Behind a load balancer and a VPC link the instance can be private.';

/** A route of a WebSocket API. */
export const webSocketRoute: PropertyTable = {
  routeKey: text({
    default: '$default',
    required: true,
    maxLength: 128,
    help: '$connect and $disconnect: a client comes or goes. $default: messages that no other route takes. Anything else: what the message says at the place that the API looks at.',
  }),
  timeoutInMillis: integer({
    default: 29_000,
    min: 50,
    max: 29_000,
    unit: 'ms',
    advanced: true,
    help: 'How long the API waits for the answer.',
  }),
  twoWay: yesNo({
    default: false,
    advanced: true,
    help: 'The client gets the answer of the backend back at once.',
  }),
};

export const publicBalancer =
  'The API calls the public name of the load balancer, over the internet, with the path as it came. Anybody else can call the load balancer too; a VPC link to an internal one keeps it private. With HTTPS the certificate must be for the name of a record or of the certificate itself.';

export const publicSite =
  'The API calls a server outside AWS by its public address, over the internet, with the path as it came. Servers that only a VPN or a line leads to are reached through a VPC link and a Network Load Balancer with their addresses.';

/** Where a route through a VPC link ends. */
export const linkedTo: PropertyTable = {
  target: nodeRef({
    kinds: ['alb', 'nlb', 'fargate-service'],
    help: 'Which of the targets of the link is called; empty when there is one only.',
  }),
};

/** A server of a network outside AWS. */
export const siteUrl: PropertyTable = {
  url: text({
    pattern: '^https?://\\S+$',
    help: 'The public address of the server, such as https://api.example.com; the path of the request is put behind it. Empty: asked for at deployment.',
  }),
};

/** What the API sends to a service instead of the usual. */
export const requestTemplate: PropertyTable = {
  requestTemplate: text({
    advanced: true,
    help: 'A mapping template (Velocity) that makes the call out of the request; empty takes the usual one.',
  }),
};

export const messageGroupId: PropertyTable = {
  messageGroupId: text({
    advanced: true,
    help: 'For FIFO queues: a fixed group, or an expression over the request such as $context.identity.sourceIp.',
  }),
};

/** What an event says about itself. */
export const eventNames: PropertyTable = {
  source: text({
    default: 'my.app',
    pattern: '^(?!aws\\.)[A-Za-z0-9._/-]+$',
    help: 'Who says it; rules look at this first. Not aws. and something.',
  }),
  detailType: text({
    pattern: '^[A-Za-z0-9._/ -]+$',
    help: 'What happened. Empty takes a name made of the route.',
  }),
};

const gateway = 'apigateway.amazonaws.com';

/** What the API's role may do; for one of several actions, when that is the one. */
export const serviceCall = (
  property: string,
  actions: Readonly<Record<string, readonly [action: string, ...resources: readonly string[]]>>,
): readonly StatementTemplate[] =>
  Object.entries(actions).map(([value, [action, ...resources]]) => ({
    side: 'service-role' as const,
    actions: [action],
    resources: resources.length > 0 ? resources : ['{target.arn}'],
    principal: gateway,
    when: ({ connection }: ConnectionReader) => connection(property) === value,
  }));

/** What the API's role may do. */
export const serviceActions = (...actions: readonly string[]): readonly StatementTemplate[] => [
  { side: 'service-role', actions, resources: ['{target.arn}'], principal: gateway },
];

/** Lets API Gateway call a function, for calls with these ARNs. */
export const functionCall = (sourceArn: string): readonly StatementTemplate[] => [
  {
    side: 'target-policy',
    actions: ['lambda:InvokeFunction'],
    resources: ['{target.arn}'],
    principal: gateway,
    conditions: {
      ArnLike: {
        'aws:SourceArn': `arn:{partition}:execute-api:{region}:{account}:{source.id}/${sourceArn}`,
      },
    },
  },
];

/** What code calls of an API, and with which proof. */
export const calledRoute: PropertyTable = {
  authMode: choice(['iam', 'none', 'token'], {
    default: 'iam',
    help: 'iam: the function signs its requests with its role. token: it shows a token that it got elsewhere.',
  }),
  path: text({ default: '/*', advanced: true, help: 'Which paths it may call; * stands for any.' }),
  method: text({ default: '*', advanced: true, help: 'Which methods it may call.' }),
};
