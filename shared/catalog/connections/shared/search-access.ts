import { securityRule } from '../../common-properties.ts';
import type { ConnectionReader, StatementTemplate } from '../../connection.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { type Traffic, tcp } from '../../network/security-groups.ts';
import { choice, type PropertyTable } from '../../property.ts';

const isDomain = ({ target }: ConnectionReader): boolean => target('deployment') !== 'serverless';

/** Inside a VPC the domain or collection lets its callers in on this port. */
export const overHttps = (): Traffic => tcp(443);

/** What code may do with the indexes of a domain or a collection. */
const searchAccessProperties: PropertyTable = {
  access: choice(['read', 'write', 'readwrite'], {
    default: 'readwrite',
    required: true,
    help: 'Read: GET and HEAD requests; a search that is sent with POST needs write access in IAM as well.',
  }),
  securityRule,
};

/** Requests to a domain are signed and checked by method; a collection checks the rest in its data access policy. */
const mayCallCollection: StatementTemplate = {
  side: 'source-role',
  actions: ['aoss:APIAccessAll'],
  resources: ['{target.arn}'],
  when: (read) => !isDomain(read),
};

const onDomain = ['{target.arn}', '{target.arn}/*'];

/** The statements for code that reads and writes. https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html */
const searchAccessStatements: readonly StatementTemplate[] = [
  {
    side: 'source-role',
    actions: ['es:ESHttpGet', 'es:ESHttpHead'],
    resources: onDomain,
    when: (read) => isDomain(read) && read.connection('access') !== 'write',
  },
  {
    side: 'source-role',
    actions: ['es:ESHttpDelete', 'es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpPatch'],
    resources: onDomain,
    when: (read) => isDomain(read) && read.connection('access') !== 'read',
  },
  mayCallCollection,
];

/** From code to a domain or a collection. */
export const searches = iamDataAccess({
  label: 'indexes and searches',
  properties: searchAccessProperties,
  statements: searchAccessStatements,
  environment: [{ name: 'OPENSEARCH_ENDPOINT', value: '{target.url}' }],
  explain:
    'The code sends HTTPS requests that are signed with the credentials of its role (Signature Version 4); the SDKs for OpenSearch do that. IAM decides by method and path. For a serverless collection the role also stands in the data access policy that Isobar writes.',
  docs: 'Identity and Access Management in Amazon OpenSearch Service',
  options: {
    grant: { read: 'grantRead', write: 'grantWrite', readwrite: 'grantReadWrite' },
    traffic: overHttps,
  },
});

/** The statements for a writer that adds documents and nothing else. */
export const searchWriteStatements: readonly StatementTemplate[] = [
  {
    side: 'source-role',
    actions: ['es:ESHttpPost', 'es:ESHttpPut'],
    resources: ['{target.arn}/*'],
    when: isDomain,
  },
  mayCallCollection,
];
