import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { placeBeside, whyUnreachable } from '../vpc/inside-place.ts';

const cached = (...inVpc: readonly ReturnType<typeof node>[]) =>
  inside(
    node('vpc', 'net', { cidrBlock: { Ref: 'Range' } }),
    inside(node('subnet', 'data'), node('dax-cluster', 'cache'), ...inVpc),
  );
const links = [
  connection('lambda--dax-cluster', 'reader', 'cache'),
  connection('dax-cluster--dynamodb-table', 'cache', 'items'),
];

export const daxPlacement = defineRule({
  meta: {
    id: 'dax/placement',
    severity: 'error',
    messages: {
      noVpc: '{node} is in no VPC; DAX runs in subnets of one. Put it into a subnet.',
      outside:
        '{client} runs outside {vpc} and cannot reach {node}, which has only private addresses; place it in a subnet of {vpc}.',
      otherVpc:
        '{client} and {node} are in different VPCs that are not joined; place both in one VPC.',
      otherRegion:
        '{node} is in {region}, and {table} in {other}; DAX caches tables of its own Region only.',
    },
    explain:
      'The nodes of a DAX cluster are servers in your subnets and have no public address. A Lambda function outside the VPC can reach DynamoDB, but not DAX. The cluster caches tables of its own Region only.',
    docs: {
      title: 'DAX cluster components',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.cluster.html',
    },
  },
  on: nodes('dax-cluster'),
  check(cluster, graph, report) {
    const vpc = graph.vpc(cluster);
    if (!vpc) {
      report({ message: 'noVpc', data: { node: named(cluster) } });
      return;
    }
    for (const client of graph.sources(cluster, { mechanism: 'iam-data-access' })) {
      const why = whyUnreachable(graph, client, cluster);
      if (why === undefined) continue;
      const data = { client: named(client), node: named(cluster), vpc: named(vpc) };
      report(
        why === 'outside'
          ? {
              message: 'outside',
              at: client,
              data,
              fixes: placeBeside(graph, client, cluster),
            }
          : { message: 'otherVpc', at: client, data: { client: data.client, node: data.node } },
      );
    }
    for (const table of graph.targets(cluster, { mechanism: 'cache' })) {
      const [region, other] = [graph.region(cluster), graph.region(table)];
      if (region !== other)
        report({
          message: 'otherRegion',
          data: { node: named(cluster), region, table: named(table), other },
        });
    }
  },
  examples: {
    good: [
      {
        title: 'cluster and function in one VPC',
        design: design(cached(node('lambda', 'reader')), node('dynamodb-table', 'items'), ...links),
      },
    ],
    bad: [
      {
        title: 'a cluster on the canvas',
        design: design(node('dax-cluster', 'cache')),
        expect: ['noVpc'],
      },
      {
        title: 'a function outside the VPC',
        design: design(
          cached(),
          node('lambda', 'reader'),
          node('dynamodb-table', 'items'),
          ...links,
        ),
        expect: ['outside'],
      },
      {
        title: 'a function in another VPC',
        design: design(
          cached(),
          inside(
            node('vpc', 'other', { cidrBlock: '10.2.0.0/16' }),
            inside(node('subnet', 'app'), node('lambda', 'reader')),
          ),
          node('dynamodb-table', 'items'),
          ...links,
        ),
        expect: ['otherVpc'],
      },
      {
        title: 'a table in another Region',
        design: design(
          cached(node('lambda', 'reader')),
          inside(node('region', 'far', { code: 'us-east-1' }), node('dynamodb-table', 'items')),
          ...links,
        ),
        expect: ['otherRegion'],
      },
    ],
  },
});
