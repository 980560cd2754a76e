import { bareDomain } from '../../catalog/edge/zone.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addConnected } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { listOf, named } from '../text.ts';

/** A certificate for the names, where there is a place in us-east-1 for it. */
const addCertificate = (
  graph: Graph,
  distribution: Node,
  names: readonly string[],
): readonly Fix[] => {
  const region = graph.nodes('region').find((node) => graph.text(node, 'code') === 'us-east-1');
  if (!region && graph.settings.region !== 'us-east-1') return [];
  const [domainName = '', ...more] = names;
  return [
    {
      title: 'Add a certificate in us-east-1 for its names',
      edit: addConnected(
        distribution.id,
        {
          kind: 'certificate',
          name: `${distribution.name} certificate`,
          properties: { domainName, ...(more.length > 0 && { subjectAlternativeNames: more }) },
          parent: region?.id,
        },
        (id) => [
          { type: 'certificate--cloudfront', from: id, to: distribution.id, properties: {} },
        ],
      ),
    },
  ];
};

/** For each name in the design, the first distribution that has it; asked once per distribution with names. */
const ownerOf = (graph: Graph, name: string): Node | undefined =>
  graph
    .nodes('cloudfront')
    .find((node) =>
      (graph.list(node, 'aliases') ?? []).some(
        (alias) => typeof alias === 'string' && bareDomain(alias) === name,
      ),
    );

const us = node('region', 'us', { code: 'us-east-1' });
const certificate = inside(us, node('certificate', 'tls', { domainName: 'www.example.com' }));
const aliases = ['www.example.com'];

export const cloudfrontAliasNeedsCert = defineRule({
  meta: {
    id: 'cloudfront/alias-needs-cert',
    severity: 'error',
    messages: {
      noCertificate:
        '{node} has names of its own ({names}) but no certificate; attach one from us-east-1 that covers them.',
      taken:
        '{node}: the name {name} belongs to {other} already; a name can belong to one distribution only.',
      many: {
        text: '{node} has {count} alternate domain names; CloudFront takes {limit} by default (adjustable).',
        severity: 'warning',
      },
    },
    explain:
      'Without a certificate of yours CloudFront serves a distribution only under its own name in cloudfront.net. For other names it wants proof that you control them, and the certificate is that proof. Names are unique: CloudFront finds the distribution by the name of the request.',
    docs: {
      title: 'Requirements for using alternate domain names',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
    },
    overlaps: ['E3013'],
  },
  on: nodes('cloudfront'),
  check(node, graph, report, context) {
    const list = graph.list(node, 'aliases');
    if (!list || list.length === 0) return;
    const names = list.filter((name) => typeof name === 'string');
    if (graph.incoming(node, { mechanism: 'certificate' }).length === 0)
      report({
        message: 'noCertificate',
        property: 'aliases',
        data: {
          node: named(node),
          names: names.length > 0 ? listOf(names.slice(0, 3)) : 'aliases',
        },
        fixes: names.length === list.length ? addCertificate(graph, node, names) : [],
      });
    for (const name of names) {
      const owner = ownerOf(graph, bareDomain(name));
      if (owner && owner.id !== node.id)
        report({
          message: 'taken',
          property: 'aliases',
          data: { node: named(node), name, other: named(owner) },
        });
    }
    const limit = context.limit('cloudFrontAliases');
    if (list.length > limit)
      report({
        message: 'many',
        property: 'aliases',
        data: { node: named(node), count: list.length, limit },
      });
  },
  examples: {
    good: [
      {
        title: 'a name with a certificate',
        design: design(
          certificate,
          node('cloudfront', 'site', { aliases }),
          connection('certificate--cloudfront', 'tls', 'site'),
        ),
      },
      {
        title: 'names set by a parameter',
        design: design(node('cloudfront', 'site', { aliases: { Ref: 'Names' } })),
      },
      { title: 'no names', design: design(node('cloudfront', 'site')) },
    ],
    bad: [
      {
        title: 'a name without a certificate',
        design: design(
          inside(us, node('lambda-edge', 'rewrite')),
          node('s3-bucket', 'pages'),
          node('cloudfront', 'site', { aliases }),
          connection('cloudfront--s3-bucket', 'site', 'pages'),
          connection('lambda-edge--cloudfront', 'rewrite', 'site'),
        ),
        expect: ['noCertificate'],
      },
      {
        title: 'one name on two distributions',
        design: design(
          certificate,
          node('cloudfront', 'a', { aliases }),
          node('cloudfront', 'b', { aliases: ['WWW.example.com'] }),
          connection('certificate--cloudfront', 'tls', 'a'),
          connection('certificate--cloudfront', 'tls', 'b'),
        ),
        expect: ['taken'],
      },
      {
        title: 'many names',
        design: design(
          inside(us, node('certificate', 'tls', { domainName: '*.example.com' })),
          node('cloudfront', 'site', {
            aliases: Array.from({ length: 101 }, (_, at) => `shop-${at}.example.com`),
          }),
          connection('certificate--cloudfront', 'tls', 'site'),
        ),
        expect: ['many'],
      },
    ],
  },
});
