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
