import { securityRule } from '../../common-properties.ts';
import { origin } from '../../mechanisms/origin.mechanism.ts';
import { choice, integer, map, type PropertyTable, seconds, text } from '../../property.ts';

const cacheChoices = [
  'CACHING_OPTIMIZED',
  'CACHING_DISABLED',
  'CACHING_OPTIMIZED_FOR_UNCOMPRESSED_OBJECTS',
  'USE_ORIGIN_CACHE_CONTROL_HEADERS',
  'custom',
] as const;

/** Properties of every origin. What has no default here is as the distribution says. */
const common = (answers: 'files' | 'requests'): PropertyTable => ({
  pathPattern: text({
    default: 'default (*)',
    required: true,
    maxLength: 255,
    help: 'Requests for these paths go to this origin, such as /api/*; "default (*)" takes all others. Narrow patterns are tried first.',
  }),
  cachePolicy: choice(cacheChoices, {
    ...(answers === 'requests' ? { default: 'CACHING_DISABLED' } : {}),
    help:
      answers === 'requests'
        ? 'Answers of an API differ from caller to caller, so they are not kept.'
        : 'How long answers are kept, and what tells them apart; empty: as the distribution says.',
  }),
  allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
    ...(answers === 'requests' ? { default: 'ALL' } : {}),
    help: 'Which requests get through to the origin.',
  }),
  originRequestPolicy: choice(
    ['none', 'ALL_VIEWER', 'ALL_VIEWER_EXCEPT_HOST_HEADER', 'CORS_S3_ORIGIN', 'custom'],
    {
      ...(answers === 'requests' ? { default: 'ALL_VIEWER_EXCEPT_HOST_HEADER' } : {}),
      advanced: true,
      help:
        answers === 'requests'
          ? 'What the origin gets to see of the request. The Host header must stay behind: the origin only knows its own name.'
          : 'What the origin gets to see of the request; empty: as the distribution says.',
    },
  ),
  originPath: text({
    maxLength: 255,
    advanced: true,
    help: 'Put in front of each path, such as /site.',
  }),
  customHeaders: map({ advanced: true, help: 'Headers that CloudFront adds to each request.' }),
  originRole: choice(['primary', 'fallback'], {
    default: 'primary',
    advanced: true,
    help: 'The fallback is asked when the primary origin of the same paths fails.',
  }),
  connectionAttempts: integer({
    default: 3,
    min: 1,
    max: 3,
    advanced: true,
    help: 'How often CloudFront tries to connect.',
  }),
});

const readTimeout = seconds({
  default: 30,
  min: 1,
  max: 120,
  advanced: true,
  help: 'How long CloudFront waits for an answer; more than 120 seconds by quota only.',
});

/** The behaviour that an edge function belongs to. */
export const edgePattern = text({
  default: 'default (*)',
  maxLength: 255,
  help: 'Runs for the requests of this behaviour. A pattern that no origin has becomes a behaviour of its own, with the default origin.',
});

/** A bucket, by the S3 API. */
export const bucketOrigin: PropertyTable = {
  ...common('files'),
  accessControl: choice(['oac', 'oai-legacy', 'public'], {
    default: 'oac',
    advanced: true,
    help: 'oac: CloudFront signs its requests, and the bucket lets nobody else in. oai-legacy is the older way. public: the bucket is open.',
  }),
};

/** The website endpoint of a bucket. */
export const websiteOrigin: PropertyTable = { ...common('files'), readTimeout };

/** An API or a function. */
export const requestOrigin: PropertyTable = { ...common('requests'), readTimeout };

/** Any other server. */
export const serverOrigin: PropertyTable = {
  ...common('files'),
  protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
    default: 'https-only',
    help: 'How CloudFront talks to the server.',
  }),
  readTimeout,
};

/** A server of one's own, which has a certificate only where somebody put one there. */
const ownServer: PropertyTable = {
  ...common('files'),
  protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
    default: 'http-only',
    help: 'How CloudFront talks to the server. https needs a certificate there for the name in the request, from an authority that CloudFront knows.',
  }),
  readTimeout,
  securityRule,
};

/** Both ways from a distribution to a server of one's own. */
export const ownServerOrigins = [
  origin({
    variant: 'public',
    preferred: true,
    label: 'forwards to',
    properties: ownServer,
    explain:
      'CloudFront fetches over the internet from the public address of the instance, which therefore lets everybody connect to its port. A VPC origin, or a load balancer, keeps the instance private.',
    docs: 'Use various origins with CloudFront distributions',
    options: { from: 'server' },
  }),
  origin({
    variant: 'vpc-origin',
    label: 'forwards privately to',
    properties: ownServer,
    explain:
      'CloudFront gets network interfaces of its own in the VPC, so the instance can be in a private subnet and needs no public address. The VPC must have an internet gateway all the same, as a sign that traffic from the internet may come in; the export adds it.',
    docs: 'Restrict access with VPC origins',
    options: { from: 'private-server' },
  }),
];

/** A server of a network outside AWS. */
export const siteOrigin: PropertyTable = {
  ...serverOrigin,
  url: text({
    pattern: '^https?://\\S+$',
    help: 'The public address of the server, such as https://www.example.com. Empty: its host is asked for at deployment.',
  }),
};

const balancer: PropertyTable = {
  ...requestOrigin,
  originRequestPolicy: choice(
    ['none', 'ALL_VIEWER', 'ALL_VIEWER_EXCEPT_HOST_HEADER', 'CORS_S3_ORIGIN', 'custom'],
    {
      default: 'ALL_VIEWER',
      advanced: true,
      help: 'What the load balancer gets to see of the request. With the Host header its certificate may be the one for the name that viewers ask for.',
    },
  ),
};

/** A load balancer over the internet. */
const publicBalancerOrigin: PropertyTable = {
  ...balancer,
  protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
    advanced: true,
    help: 'How CloudFront talks to the load balancer; empty: as its listener does.',
  }),
};

/** A load balancer inside its VPC; its listener says how CloudFront talks to it. */
const privateBalancerOrigin: PropertyTable = balancer;

/** Both ways from a distribution to a load balancer. */
export const balancerOrigins = (docs: string) => [
  origin({
    variant: 'public',
    preferred: true,
    label: 'forwards to',
    properties: publicBalancerOrigin,
    explain:
      'CloudFront calls the load balancer over the internet. Others can call it too and go around the distribution, unless its security group lets in the addresses of CloudFront only or it asks for a secret header. The private way needs neither.',
    docs,
    options: { from: 'load-balancer' },
  }),
  origin({
    variant: 'vpc-origin',
    label: 'forwards privately to',
    properties: privateBalancerOrigin,
    explain:
      'CloudFront puts network interfaces into the subnets of the load balancer and reaches it there, so it needs no public address and nobody gets around the distribution. The VPC must have an internet gateway all the same, as a sign that traffic from the internet may come in; the export adds it.',
    docs: 'Restrict access with VPC origins',
    options: { from: 'vpc-origin' },
  }),
];
