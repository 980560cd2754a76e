import { bareDomain } from '../../catalog/edge/zone.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import { sequence, setProperty } from '../../model/edits/index.ts';
import { certificateNames, covers } from '../cert/certificate.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { recordNameOf } from './records.ts';

/** CloudFront lets a wildcard stand for any number of labels. */
const serves = (alias: string, host: string): boolean => {
  const own = bareDomain(alias);
  return own === host || (own.startsWith('*.') && host.endsWith(own.slice(1)));
};

/** Adds the name to the distribution, and to its certificate unless that covers it. */
const addAlias = (
  graph: Graph,
  distribution: Node,
  aliases: readonly Json[],
  host: string,
): readonly Fix[] => {
  const certificate = graph.sources(distribution, { mechanism: 'certificate' })[0];
  const names = certificate && certificateNames(graph, certificate);
  if (!certificate || !names) return [];
  const add = setProperty(distribution.id, 'aliases', [...aliases, host]);
  return [
    {
      title: `Add ${host} to the names of ${named(distribution)}`,
      edit: names.some((name) => covers(name, host))
        ? add
        : sequence(
            add,
            setProperty(certificate.id, 'subjectAlternativeNames', [...names.slice(1), host]),
          ),
    },
  ];
};

const site = (aliases: readonly string[] | { Ref: string }) =>
  design(
    inside(
      node('region', 'us', { code: 'us-east-1' }),
      node('certificate', 'tls', { domainName: 'example.com' }),
    ),
    node('hosted-zone', 'zone', { name: 'example.com' }),
    node('s3-bucket', 'pages'),
    node('cloudfront', 'site', { aliases }),
    connection('cloudfront--s3-bucket', 'site', 'pages'),
    connection('certificate--cloudfront', 'tls', 'site'),
    connection('hosted-zone--cloudfront', 'zone', 'site', { recordName: 'www.example.com' }),
  );

export const dnsAliasMissingOnTarget = defineRule({
  meta: {
    id: 'dns/alias-missing-on-target',
    severity: 'error',
    messages: {
      missing:
        '{distribution} does not answer for {name}; add it to the alternate domain names, and a certificate that covers it.',
    },
    explain:
      'Many distributions share the servers at an edge location, and CloudFront finds the right one by the host name of the request. A DNS record that leads to a distribution is not enough: unless the distribution lists the name as an alternate domain name, visitors get a 403 error.',
    docs: {
      title: 'Use custom URLs by adding alternate domain names (CNAMEs)',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
    },
  },
  on: connections({ from: 'hosted-zone', to: 'cloudfront', mechanism: 'dns-alias' }),
  check({ connection: record, target: distribution }, graph, report) {
    const name = recordNameOf(graph, record);
    const aliases = graph.list(distribution, 'aliases');
    if (name === undefined || aliases === undefined) return;
    for (const alias of aliases) if (typeof alias !== 'string' || serves(alias, name)) return;
    report({
      message: 'missing',
      property: 'recordName',
      data: { distribution: named(distribution), name },
      fixes: addAlias(graph, distribution, aliases, name),
    });
  },
  examples: {
    good: [
      { title: 'the name is listed', design: site(['www.example.com']) },
      { title: 'names set by a parameter', design: site({ Ref: 'Names' }) },
      { title: 'a wildcard', design: site(['*.example.com']) },
    ],
    bad: [
      { title: 'no names', design: site([]), expect: ['missing'] },
      { title: 'another name', design: site(['example.com']), expect: ['missing'] },
    ],
  },
});
