import { isLinked } from '../../graph/network.ts';
import { reparent } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const rdsProxyClientInVpc = defineRule({
  meta: {
    id: 'rds/proxy-client-in-vpc',
    severity: 'error',
    messages: {
      outside:
        '{source} cannot reach {proxy}, because an RDS Proxy is never public; place {source} in the subnets of {vpc}.',
      otherVpc:
        '{source} is in another VPC than {proxy}, and the two are not joined; place it in {vpc}, or peer the VPCs.',
    },
    explain:
      'The proxy has only private addresses in your subnets. A function runs outside your VPC by default and finds no way to it. Placed in private subnets of the same VPC it does, and Isobar opens the security group of the proxy for it.',
    docs: {
      title: 'Quotas and limitations for RDS Proxy',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
    },
  },
  on: connections({ from: 'lambda', to: 'rds-proxy', mechanism: 'network-access' }),
  check({ source, target }, graph, report) {
    const home = graph.vpc(target);
    const away = graph.vpc(source);
    if (!home || away?.id === home.id) return;
    if (away && isLinked(graph, away) && isLinked(graph, home)) return;
    const [subnet] = graph.subnets(target);
    report({
      message: away ? 'otherVpc' : 'outside',
      data: { source: named(source), proxy: named(target), vpc: named(home) },
      fixes: subnet
        ? [
            {
              title: `Place ${named(source)} in ${named(subnet)}`,
              edit: reparent([source.id], subnet.id),
            },
          ]
        : [],
    });
  },
  examples: {
    good: [
      {
        title: 'function and proxy in one VPC',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'data', { subnetType: { Ref: 'Type' } }),
              node('rds-proxy', 'proxy', { dbProxyName: 'p' }),
              node('lambda', 'query'),
            ),
          ),
          connection('lambda--rds-proxy', 'query', 'proxy'),
        ),
      },
    ],
    bad: [
      {
        title: 'a function without a VPC',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'data'), node('rds-proxy', 'proxy', { dbProxyName: 'p' })),
          ),
          node('lambda', 'query'),
          connection('lambda--rds-proxy', 'query', 'proxy'),
        ),
        expect: ['outside'],
      },
      {
        title: 'a function in another VPC',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'data'), node('rds-proxy', 'proxy', { dbProxyName: 'p' })),
          ),
          inside(
            node('vpc', 'other', { cidrBlock: '10.1.0.0/16' }),
            inside(node('subnet', 'app'), node('lambda', 'query')),
          ),
          connection('lambda--rds-proxy', 'query', 'proxy'),
        ),
        expect: ['otherVpc'],
      },
    ],
  },
});
