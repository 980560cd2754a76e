import { bareDomain } from '../../catalog/edge/zone.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix, type Json } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { recordNameOf } from './records.ts';

/** What is missing before an alias can lead to the node. */
const lackOf = (graph: Graph, target: Node): string | undefined => {
  switch (target.kind) {
    case 'rest-api':
    case 'http-api':
    case 'appsync-api':
      return graph.incoming(target, { mechanism: 'domain-mapping' }).length > 0
        ? undefined
        : 'it has no custom domain that an alias could lead to; connect an API custom domain to it';
    case 'cognito-user-pool':
      return graph.incoming(target, { mechanism: 'certificate' }).length > 0
        ? undefined
        : 'its login pages have no domain of their own; connect a certificate to it';
    case 'vpc-endpoint':
      return graph.text(target, 'vpcEndpointType') === 'Gateway'
        ? 'a gateway endpoint has no host name; use an interface endpoint'
        : undefined;
    default:
      return undefined;
  }
};

const recordTypes: Readonly<Record<string, readonly string[]>> = {
  cloudfront: ['A', 'AAAA', 'HTTPS'],
};

/** Makes a bucket a website of the record's name. */
const asWebsite = (bucket: Node, name: string): Fix => ({
  title: `Make ${named(bucket)} a website named ${name}`,
  edit: sequence(
    setProperty(bucket.id, 'websiteHosting', true),
    setProperty(bucket.id, 'bucketName', name),
  ),
});

const website = (bucket: { readonly [property: string]: Json }) =>
  design(
    node('hosted-zone', 'zone', { name: 'example.com' }),
    node('s3-bucket', 'pages', bucket),
    connection('hosted-zone--s3-bucket--website', 'zone', 'pages', {
      recordName: 'www.example.com',
    }),
  );

export const dnsAliasTarget = defineRule({
  meta: {
    id: 'dns/alias-target',
    severity: 'error',
    messages: {
      notReady: 'The alias record {name} cannot lead to {target}: {reason}.',
      notWebsite:
        'The alias record {name} cannot lead to the bucket {target}: it {reason}; S3 finds a website by its bucket name.',
      wrongType:
        'The alias record {name} has the type {types}; an alias to {target} can be {allowed}.',
    },
    explain:
      'An alias record is an extension of Route 53: it looks like an A record and follows the addresses of an AWS target. It knows a fixed list of targets. An API is reached through its custom domain, because the gateway must know the host name; a bucket only as a website that has the very name of the record; a VPC endpoint only when it is an interface.',
    docs: {
      title: 'Values specific for simple alias records',
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias.html',
    },
    overlaps: ['E3029'],
  },
  on: connections({ from: 'hosted-zone', mechanism: 'dns-alias' }),
  check({ connection: record, target }, graph, report) {
    const name = recordNameOf(graph, record);
    const data = { name: name ?? 'with a name that is not known yet', target: named(target) };
    const reason = lackOf(graph, target);
    if (reason !== undefined) report({ message: 'notReady', data: { ...data, reason } });
    if (target.kind === 's3-bucket') {
      const bucketName = graph.text(target, 'bucketName');
      const isOther =
        bucketName === undefined
          ? !graph.isSet(target, 'bucketName')
          : name !== undefined && bareDomain(bucketName) !== name;
      const isOff = graph.boolean(target, 'websiteHosting') === false;
      if (isOff || isOther)
        report({
          message: 'notWebsite',
          data: { ...data, reason: isOff ? 'is no website' : 'has another name' },
          fixes: name === undefined ? [] : [asWebsite(target, name)],
        });
    }
    const allowed = recordTypes[target.kind] ?? ['A', 'AAAA'];
    const wrong = (graph.list(record, 'recordTypes') ?? [])
      .filter((type) => typeof type === 'string')
      .filter((type) => !allowed.includes(type));
    if (wrong.length > 0)
      report({
        message: 'wrongType',
        property: 'recordTypes',
        data: { ...data, types: listOf(wrong), allowed: listOf(allowed, 'or') },
        fixes: [
          {
            title: 'Make it A and AAAA records',
            edit: setProperty(record.id, 'recordTypes', ['A', 'AAAA']),
          },
        ],
      });
  },
  examples: {
    good: [
      {
        title: 'a website with the name of the record',
        design: website({ websiteHosting: true, bucketName: 'www.example.com' }),
      },
      {
        title: 'a bucket name set by a parameter',
        design: website({ websiteHosting: true, bucketName: { Ref: 'Site' } }),
      },
      {
        title: 'an API with a custom domain',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('http-api', 'api', { name: 'api' }),
          node('api-custom-domain', 'domain', { domainName: 'api.example.com' }),
          connection('api-custom-domain--http-api', 'domain', 'api'),
          connection('hosted-zone--http-api--with-domain', 'zone', 'api', {
            recordName: 'api.example.com',
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'a website of another name',
        design: website({ websiteHosting: true, bucketName: 'pages' }),
        expect: ['notWebsite'],
      },
      {
        title: 'a bucket that is no website',
        design: website({ bucketName: 'www.example.com' }),
        expect: ['notWebsite'],
      },
      {
        title: 'an API without a custom domain',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('http-api', 'api', { name: 'api' }),
          connection('hosted-zone--http-api--with-domain', 'zone', 'api', {
            recordName: 'api.example.com',
          }),
        ),
        expect: ['notReady'],
      },
      {
        title: 'a GraphQL API without a custom domain',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('appsync-api', 'api', { name: 'api' }),
          connection('hosted-zone--appsync-api', 'zone', 'api', {
            recordName: 'api.example.com',
          }),
        ),
        expect: ['notReady'],
      },
      {
        title: 'login pages without a domain',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('cognito-user-pool', 'users'),
          connection('hosted-zone--cognito-user-pool', 'zone', 'users', {
            recordName: 'login.example.com',
          }),
        ),
        expect: ['notReady'],
      },
      {
        title: 'a gateway endpoint',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          inside(
            node('vpc', 'net'),
            node('vpc-endpoint', 's3', { vpcEndpointType: 'Gateway', service: 's3' }),
          ),
          connection('hosted-zone--vpc-endpoint', 'zone', 's3', {
            recordName: 's3.example.com',
          }),
        ),
        expect: ['notReady'],
      },
      {
        title: 'a text record',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('api-custom-domain', 'domain', { domainName: 'api.example.com' }),
          connection('hosted-zone--api-custom-domain', 'zone', 'domain', {
            recordName: 'api.example.com',
            recordTypes: ['A', 'TXT'],
          }),
        ),
        expect: ['wrongType'],
      },
    ],
  },
});
