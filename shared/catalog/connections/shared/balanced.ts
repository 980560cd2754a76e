import { tellsOfTargets } from '../../elb/figures.ts';
import {
  choice,
  integer,
  list,
  nodeRef,
  type PropertyReader,
  type PropertyTable,
  seconds,
  text,
  yesNo,
} from '../../property.ts';

/** Which requests go to a target of an application load balancer. */
export const balancedPath: PropertyTable = {
  pathPattern: text({
    default: '/*',
    maxLength: 128,
    pattern: '^/[A-Za-z0-9_.$/~"\'@:+*?&-]*$',
    help: 'Requests for these paths go here, such as /api/*; /* takes what no other target takes. Targets with the same pattern share its requests.',
  }),
  priority: integer({
    min: 1,
    max: 50_000,
    advanced: true,
    when: (read) => read('pathPattern') !== '/*',
    help: 'The rule with the lowest number is tried first. Empty: the most exact pattern first. A number that is taken becomes the next free one.',
  }),
  weight: integer({
    default: 1,
    min: 0,
    max: 999,
    advanced: true,
    help: 'The share of the requests, compared with other targets of the same pattern; 0 sends none.',
  }),
  signIn: yesNo({
    default: true,
    advanced: true,
    help: 'People sign in first, where the load balancer does that. No: this path is for everybody.',
  }),
};

/** How the load balancer finds out whether a target is well. */
export const healthCheck: PropertyTable = {
  healthCheckPath: text({
    default: '/',
    maxLength: 1024,
    pattern: '^/',
    help: 'Asked now and then; an answer of 200 says that the target is well.',
  }),
  healthCheckInterval: seconds({
    default: 30,
    min: 5,
    max: 300,
    advanced: true,
    help: 'How often it is asked.',
  }),
};

/** How several targets of a network load balancer share its connections. */
export const networkWeight: PropertyTable = {
  weight: integer({
    default: 1,
    min: 0,
    max: 999,
    advanced: true,
    help: 'The share of the connections, compared with other targets; 0 sends none.',
  }),
};

const addresses = list({
  items: { ...text({ pattern: '^\\d{1,3}(\\.\\d{1,3}){3}$' }), noun: 'address' },
  help: 'Private IPv4 addresses. Empty: asked for at deployment.',
});

/** Addresses behind a network load balancer. */
export const networkAddresses: PropertyTable = {
  ipAddresses: addresses,
  port: integer({
    default: 443,
    emitDefault: true,
    min: 1,
    max: 65_535,
    help: 'Where they listen.',
  }),
};

/** Where targets listen that are known by their addresses. */
export const addressTargets = (protocol: 'HTTP' | 'HTTPS'): PropertyTable => ({
  ipAddresses: addresses,
  protocol: choice(['HTTP', 'HTTPS'], {
    default: protocol,
    help: 'How the load balancer talks to them.',
  }),
  port: integer({
    default: protocol === 'HTTPS' ? 443 : 80,
    emitDefault: true,
    min: 1,
    max: 65_535,
    help: 'Where they listen.',
  }),
});

/** How a load balancer signs people in. */
export const signInWhen = (when?: (read: PropertyReader) => boolean): PropertyTable => {
  const condition = when === undefined ? {} : { when };
  return {
    sessionTimeout: seconds({
      default: 604_800,
      min: 1,
      max: 604_800,
      ...condition,
      help: 'How long people stay signed in: seven days at most.',
    }),
    scope: text({
      default: 'openid',
      advanced: true,
      ...condition,
      help: 'What the application gets to know of the person; openid must be among it.',
    }),
    onUnauthenticatedRequest: choice(['authenticate', 'allow', 'deny'], {
      default: 'authenticate',
      ...condition,
      help: 'What becomes of people who are not signed in: to the login pages, through all the same, or refused.',
    }),
  };
};

/** An address of an OpenID provider, which it tells in its configuration. */
export const openIdAddress = (
  property: string,
  mode: 'oidc' | 'jwt',
  entry: string,
): PropertyTable => ({
  [property]: text({
    pattern: '^https://\\S+$',
    maxLength: 256,
    when: (read) => (read('mode') === 'jwt') === (mode === 'jwt'),
    help: `${entry} in the provider's /.well-known/openid-configuration. Empty: asked for at deployment.`,
  }),
});

/** Which target group an alarm watches, for the figures that tell of one. */
export const watchedTarget: PropertyTable = {
  target: nodeRef({
    kinds: ['fargate-service', 'ec2-instance', 'lambda', 'on-premises', 'vpc-endpoint', 'alb'],
    when: (read) => tellsOfTargets(read('metricName')),
    help: 'The target whose group is watched; empty when there is one only.',
  }),
};
