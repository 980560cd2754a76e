import { availabilityZoneCount } from '../../graph/network.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { placeBeside, whyUnreachable } from '../vpc/inside-place.ts';

const cached = (
  inVpc: readonly ReturnType<typeof node>[],
  subnet: Parameters<typeof node>[2] = {},
  cache: Parameters<typeof node>[2] = {},
) =>
  inside(
    node('vpc', 'net'),
    inside(node('subnet', 'data', subnet), node('elasticache', 'cache', cache), ...inVpc),
  );
const link = connection('lambda--elasticache', 'reader', 'cache');

export const elasticachePlacement = defineRule({
  meta: {
    id: 'elasticache/placement',
    severity: 'error',
    messages: {
      noVpc: '{node} is in no VPC; a cache runs in subnets of one. Put it into a subnet.',
      zones:
        '{node} is serverless and has subnets in one Availability Zone, and AWS asks for two; let the subnet stand for one in each zone.',
      outside:
        '{client} runs outside {vpc} and cannot reach {node}, which has only private addresses; place it in a subnet of {vpc}.',
      otherVpc:
        '{client} and {node} are in different VPCs that are not joined; place both in one VPC.',
    },
    explain:
      'A cache has private addresses only and is made to be used from inside the VPC. A Lambda function outside the VPC gets a timeout, not an error message, because its packets simply go nowhere.',
    docs: {
      title: 'Accessing your ElastiCache cluster or replication group',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/accessing-elasticache.html',
    },
    overlaps: ['AwsSolutions-AEC1'],
  },
  on: nodes('elasticache'),
  check(cache, graph, report) {
    const vpc = graph.vpc(cache);
    if (!vpc) {
      report({ message: 'noVpc', data: { node: named(cache) } });
      return;
    }
    const [subnet] = graph.subnets(cache);
    if (
      subnet &&
      graph.text(cache, 'deployment') === 'serverless' &&
      availabilityZoneCount(graph, cache) === 1
    )
      report({
        message: 'zones',
        data: { node: named(cache) },
        fixes:
          graph.boolean(subnet, 'replicatePerAz') === false
            ? [
                {
                  title: `Let ${named(subnet)} stand for one subnet in each zone`,
                  edit: setProperty(subnet.id, 'replicatePerAz', true),
                },
              ]
            : [],
      });
    for (const client of graph.sources(cache, { mechanism: 'cache' })) {
      const why = whyUnreachable(graph, client, cache);
      if (why === undefined) continue;
      const data = { client: named(client), node: named(cache) };
      report(
        why === 'outside'
          ? {
              message: 'outside',
              at: client,
              data: { ...data, vpc: named(vpc) },
              fixes: placeBeside(graph, client, cache),
            }
          : { message: 'otherVpc', at: client, data },
      );
    }
  },
  examples: {
    good: [
      {
        title: 'cache and function in one VPC',
        design: design(cached([node('lambda', 'reader')]), link),
      },
      {
        title: 'a deployment by a parameter',
        design: design(
          cached([], { replicatePerAz: false }, { deployment: { Ref: 'Deployment' } }),
        ),
      },
    ],
    bad: [
      {
        title: 'a cache on the canvas',
        design: design(node('elasticache', 'cache')),
        expect: ['noVpc'],
      },
      {
        title: 'one zone',
        design: design(cached([], { replicatePerAz: false })),
        expect: ['zones'],
      },
      {
        title: 'a function outside the VPC',
        design: design(cached([]), node('lambda', 'reader'), link),
        expect: ['outside'],
      },
      {
        title: 'a function in another VPC',
        design: design(
          cached([]),
          inside(
            node('vpc', 'other', { cidrBlock: '10.2.0.0/16' }),
            inside(node('subnet', 'app'), node('lambda', 'reader')),
          ),
          link,
        ),
        expect: ['otherVpc'],
      },
    ],
  },
});
