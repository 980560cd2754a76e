import { searchArn, searchEndpoint, searchUrl } from '../analytics/search.ts';
import { emitCollection, finishCollection } from '../analytics/search-collection.ts';
import { emitDomain } from '../analytics/search-domain.ts';
import { codeOf } from '../code.ts';
import { refuseUnknown } from '../known.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

const isDomain = (read: (property: string) => unknown): boolean => read('deployment') === 'domain';
const isServerless = (read: (property: string) => unknown): boolean =>
  read('deployment') === 'serverless';

/** The export writes the L2 property itself; what is known at deployment only is set behind the construct. */
const byKind = () => ({});

export const opensearch = defineService({
  kind: 'opensearch',
  title: 'OpenSearch Service',
  words: 'opensearch elasticsearch search logs kibana dashboards full text vector',
  category: 'analytics',
  icon: 'AmazonOpenSearchService',
  cloudFormation: ['AWS::OpenSearchService::Domain', 'AWS::OpenSearchServerless::Collection'],
  placement: {
    parents: ['region', 'vpc', 'subnet'],
    scope: 'regional',
    vpc: 'optional',
    subnet: 'optional',
  },
  properties: {
    deployment: choice(['domain', 'serverless'], {
      default: 'domain',
      help: 'A domain is a cluster of instances that you choose; a serverless collection grows and shrinks by itself. Cannot be changed later.',
    }),
    domainName: text({
      maxLength: 28,
      pattern: '^[a-z][a-z0-9-]{2,27}$',
      when: isDomain,
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'DomainName',
      cdk: 'domainName',
    }),
    engineVersion: text({
      default: 'OpenSearch_3.1',
      pattern: '^(OpenSearch|Elasticsearch)_\\d+\\.\\d+$',
      when: isDomain,
      emitDefault: true,
      help: 'OpenSearch_3.1, for example. Later versions can be set, earlier ones cannot.',
      cfn: 'EngineVersion',
      cdk: byKind,
    }),
    instanceType: text({
      default: 'm7g.medium.search',
      pattern: '^[a-z0-9]+\\.[a-z0-9]+\\.search$',
      when: isDomain,
      emitDefault: true,
      help: 'Processor and memory of each data node.',
      cfn: 'ClusterConfig.InstanceType',
      cdk: byKind,
    }),
    instanceCount: integer({
      default: 1,
      min: 1,
      max: 80,
      when: isDomain,
      emitDefault: true,
      help: 'Data nodes. One has no replica: for production take two in two Availability Zones, or three in three.',
      cfn: 'ClusterConfig.InstanceCount',
      cdk: byKind,
    }),
    zoneAwareness: yesNo({
      default: false,
      when: isDomain,
      help: 'Spreads the data nodes and the copies of the data over Availability Zones.',
    }),
    availabilityZoneCount: choice([2, 3], {
      default: 2,
      when: (read) => isDomain(read) && read('zoneAwareness') === true,
      help: 'Over how many; the number of data nodes should be a multiple of it.',
    }),
    volumeSize: integer({
      default: 10,
      min: 10,
      unit: 'GiB',
      when: isDomain,
      emitDefault: true,
      help: 'Disk of each data node (gp3).',
      cfn: 'EBSOptions.VolumeSize',
      cdk: byKind,
    }),
    encryptionAtRest: yesNo({
      default: true,
      when: isDomain,
      emitDefault: true,
      help: 'Once on, it stays on. Collections are always encrypted.',
      cfn: 'EncryptionAtRestOptions.Enabled',
      cdk: byKind,
    }),
    nodeToNodeEncryption: yesNo({
      default: true,
      when: isDomain,
      emitDefault: true,
      help: 'TLS between the nodes of the domain. Once on, it stays on.',
      cfn: 'NodeToNodeEncryptionOptions.Enabled',
      cdk: 'nodeToNodeEncryption',
    }),
    enforceHttps: yesNo({
      default: true,
      when: isDomain,
      emitDefault: true,
      help: 'Refuses requests without TLS.',
      cfn: 'DomainEndpointOptions.EnforceHTTPS',
      cdk: 'enforceHttps',
    }),
    fineGrainedAccess: yesNo({
      default: false,
      when: isDomain,
      help: 'Permissions for single indexes, documents and fields. A master user in a secret hands them out; IAM roles need a role of OpenSearch as well then. Once on, it stays on.',
    }),
    collectionName: text({
      maxLength: 32,
      pattern: '^[a-z][a-z0-9-]{2,31}$',
      when: isServerless,
      advanced: true,
      help: 'Empty takes the logical id in lower case. Cannot be changed later.',
    }),
    collectionType: choice(['SEARCH', 'TIMESERIES', 'VECTORSEARCH'], {
      default: 'SEARCH',
      when: isServerless,
      help: 'SEARCH for the data of an application, TIMESERIES for logs, VECTORSEARCH for embeddings. Cannot be changed later.',
    }),
    standbyReplicas: yesNo({
      default: true,
      when: isServerless,
      help: 'Copies in a second Availability Zone; without them a collection for tests costs half.',
    }),
  },
  attributes: {
    arn: { cfn: searchArn, cdk: (_construct, scope) => codeOf(searchArn(scope)) },
    name: {
      cfn: 'Ref',
      cdk: (construct, { out, id }) =>
        out.hasConstruct(id)
          ? { kind: 'member', object: construct, name: 'domainName' }
          : { kind: 'member', object: construct, name: 'ref' },
    },
    /** The host alone; a collection has only the whole address. */
    endpoint: {
      cfn: searchEndpoint,
      cdk: (_construct, scope) => codeOf(searchEndpoint(scope)),
    },
    /** The address with `https://`. */
    url: { cfn: searchUrl, cdk: (_construct, scope) => codeOf(searchUrl(scope)) },
  },
  summary: (read) =>
    isServerless(read)
      ? `serverless · ${String(read('collectionType')).toLowerCase()}`
      : `${String(read('instanceCount'))} × ${String(read('instanceType')).replace('.search', '')} · ${String(read('engineVersion')).replace('_', ' ')}`,
  explain:
    'OpenSearch finds words in texts and counts and groups millions of lines while somebody looks at a dashboard. Documents are put into an index, and every field can be searched. It is an index beside the real data, not the place where it is kept: what is lost here must be possible to load again. Whether a domain has a public endpoint or lies in a VPC is fixed when it is made.',
  cost: 'Domain: the hours of each node and its disks. Serverless: the hours of compute units (OCU), two at least for each account and use.',
  limits: [
    'A domain in a VPC needs the service-linked role AWSServiceRoleForAmazonOpenSearchService once in the account.',
    '80 data nodes of a domain by default (adjustable), 10 for the smallest instances.',
    'A request has at most 10 MiB on small instances and 100 MiB on others.',
    'Serverless: 50 collections in a region by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
  emit(scope) {
    if (refuseUnknown(scope, 'deployment')) return;
    if (scope.read('deployment') === 'serverless') emitCollection(scope);
    else emitDomain(scope);
  },
  finish(scope) {
    if (scope.read('deployment') === 'serverless') finishCollection(scope);
  },
});
