import type { Graph, Node } from '../../graph/graph.ts';
import { setProperty } from '../../model/edits/index.ts';
import { recordNameOf } from '../dns/records.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { certificateNames, covers } from './certificate.ts';

/** ACM takes so many names besides the first, at most. */
const mostNames = 99;

/** The host names that are known to be served with the certificate. */
const hostsOf = (graph: Graph, { connection, target }: Link): readonly string[] => {
  if (target.kind === 'cloudfront')
    return (graph.list(target, 'aliases') ?? []).filter((name) => typeof name === 'string');
  // Whoever finds a load balancer by a record asks for the name of the record.
  if (target.kind === 'alb' || target.kind === 'nlb')
    return graph
      .incoming(target, { mechanism: 'dns-alias' })
      .flatMap((record) => recordNameOf(graph, record) ?? []);
  const host =
    target.kind === 'api-custom-domain'
      ? graph.text(target, 'domainName')
      : graph.text(connection, 'domainName');
  return host === undefined ? [] : [host];
};

/** What all certificates of the target are for; undefined when one of them is not known. */
const allNames = (graph: Graph, target: Node): readonly string[] | undefined => {
  const lists = graph
    .sources(target, { mechanism: 'certificate' })
    .map((certificate) => certificateNames(graph, certificate));
  return lists.includes(undefined) ? undefined : lists.flatMap((names) => names ?? []);
};

const site = (certificate: object, aliases: readonly (string | { Ref: string })[]) =>
  design(
    inside(
      node('region', 'us', { code: 'us-east-1' }),
      node('certificate', 'tls', { ...certificate }),
    ),
    node('cloudfront', 'site', { aliases }),
    connection('certificate--cloudfront', 'tls', 'site'),
  );

const balanced = (recordName: string) =>
  design(
    node('hosted-zone', 'zone', { name: 'example.com' }),
    node('certificate', 'tls', { domainName: 'www.example.com' }),
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'public', { subnetType: 'public' }), node('alb', 'web')),
    ),
    connection('hosted-zone--certificate', 'zone', 'tls'),
    connection('certificate--alb', 'tls', 'web'),
    connection('hosted-zone--alb', 'zone', 'web', { recordName }),
  );

export const certDomainNotCovered = defineRule({
  meta: {
    id: 'cert/domain-not-covered',
    severity: 'error',
    messages: {
      notCovered:
        'The certificate {certificate} is for {names}, but {target} serves {host}; add {host} to the names of the certificate.',
    },
    explain:
      'A browser compares the name it asked for with the names in the certificate and refuses the page when none fits. A wildcard stands for exactly one label: *.example.com is good for api.example.com, but neither for example.com itself nor for a.b.example.com. CloudFront and API Gateway refuse such a pair already at deployment.',
    docs: {
      title: 'Requirements for using alternate domain names',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
    },
  },
  on: connections({ from: 'certificate', mechanism: 'certificate' }),
  check(link, graph, report) {
    const { connection, source: certificate, target } = link;
    // Of several certificates of one target the first speaks for all.
    if (graph.incoming(target, { mechanism: 'certificate' })[0]?.id !== connection.id) return;
    const hosts = hostsOf(graph, link);
    if (hosts.length === 0) return;
    const names = allNames(graph, target);
    if (!names) return;
    const more = graph.list(certificate, 'subjectAlternativeNames') ?? [];
    for (const host of hosts)
      if (!names.some((name) => covers(name, host)))
        report({
          message: 'notCovered',
          data: {
            certificate: named(certificate),
            names: listOf(names.slice(0, 5)),
            target: named(target),
            host,
          },
          fixes:
            more.length >= mostNames
              ? []
              : [
                  {
                    title: `Add ${host} to the names of ${named(certificate)}`,
                    edit: setProperty(certificate.id, 'subjectAlternativeNames', [...more, host]),
                  },
                ],
        });
  },
  examples: {
    good: [
      {
        title: 'a Network Load Balancer that has no record yet',
        design: design(
          node('certificate', 'tls', { domainName: 'mail.example.com' }),
          node('nlb', 'front'),
          connection('certificate--nlb', 'tls', 'front'),
        ),
      },
      {
        title: 'a wildcard for one label',
        design: site({ domainName: '*.example.com' }, ['api.example.com']),
      },
      {
        title: 'a name set by a parameter',
        design: site({ domainName: { Ref: 'Domain' } }, ['www.example.com']),
      },
      { title: 'a load balancer with the name of a record', design: balanced('www.example.com') },
      {
        title: 'a certificate that is there already',
        design: site({ domainName: 'example.com', importExisting: true }, ['www.example.com']),
      },
    ],
    bad: [
      {
        title: 'a wildcard for the bare domain',
        design: site({ domainName: '*.example.com' }, ['example.com']),
        expect: ['notCovered'],
      },
      {
        title: 'another name of a load balancer',
        design: balanced('app.example.com'),
        expect: ['notCovered'],
      },
      {
        title: 'another name of a search domain',
        design: design(
          node('certificate', 'tls', { domainName: 'www.example.com' }),
          node('opensearch', 'search'),
          connection('certificate--opensearch', 'tls', 'search', {
            domainName: 'search.example.com',
          }),
        ),
        expect: ['notCovered'],
      },
      {
        title: 'another name of an API',
        design: design(
          node('certificate', 'tls', { domainName: 'www.example.com' }),
          node('api-custom-domain', 'domain', { domainName: 'api.example.com' }),
          connection('certificate--api-custom-domain', 'tls', 'domain'),
        ),
        expect: ['notCovered'],
      },
    ],
  },
});
