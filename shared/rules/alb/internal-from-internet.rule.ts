import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** Makes it public, where its subnets are. */
const makeOpen = (graph: Graph, balancer: Node): readonly Fix[] =>
  graph.subnets(balancer).every((subnet) => graph.text(subnet, 'subnetType') === 'public')
    ? [
        {
          title: `Give ${named(balancer)} public addresses`,
          edit: setProperty(balancer.id, 'scheme', 'internet-facing'),
        },
      ]
    : [];

const called = (
  kind: 'alb' | 'nlb',
  balancer: object,
  client: object = {},
  subnet: object = { subnetType: 'public' },
) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'in', { ...subnet }), node(kind, 'web', { ...balancer })),
    ),
    node('client', 'app', { ...client }),
    node('on-premises', 'office'),
    connection('on-premises--vpc', 'office', 'net'),
    connection(`${kind}--on-premises`, 'web', 'office', { ipAddresses: ['10.9.0.4'] }),
    connection(`client--${kind}`, 'app', 'web'),
  );

const http = { listenerProtocol: 'HTTP', listenerPort: 80 };

export const albInternalFromInternet = defineRule({
  meta: {
    id: 'alb/internal-from-internet',
    severity: 'error',
    messages: {
      outside:
        '{caller} comes from the internet and cannot reach {node}, which is internal; make it internet-facing in public subnets, or put something public in front.',
      publicName: {
        text: 'The public zone {zone} gives the name of {node} to everybody, but only callers in the VPC or in a network joined to it reach it; make the zone private if nobody else should ask.',
        severity: 'warning',
      },
      noTarget: {
        text: '{node} leads to nothing and answers every request with 404; connect a service, a server or a function.',
        severity: 'warning',
      },
    },
    explain:
      'An internal load balancer has private addresses only. It is meant for callers inside the VPC and in networks that a VPN or a peering joins to it. API Gateway reaches it with a VPC link, CloudFront with a VPC origin; a browser reaches it never.',
    docs: {
      title: 'Application Load Balancers: load balancer scheme',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
    },
  },
  on: nodes('alb', 'nlb'),
  check(balancer, graph, report) {
    const data = { node: named(balancer) };
    // One without targets is for nlb an error of the export.
    if (
      balancer.kind === 'alb' &&
      graph.outgoing(balancer, { mechanism: 'target-group' }).length === 0
    )
      report({ message: 'noTarget', data });
    if (graph.text(balancer, 'scheme') !== 'internal') return;
    for (const caller of graph.sources(balancer, {
      mechanism: 'http-call',
      kind: ['client', 'user'],
    }))
      if (caller.kind === 'user' || graph.boolean(caller, 'insideVpc') === false)
        report({
          message: 'outside',
          data: { ...data, caller: named(caller) },
          fixes: [
            ...makeOpen(graph, balancer),
            ...(caller.kind === 'client'
              ? [
                  {
                    title: `${named(caller)} is inside the VPC`,
                    edit: setProperty(caller.id, 'insideVpc', true),
                  },
                ]
              : []),
          ],
        });
    for (const zone of graph.sources(balancer, { mechanism: 'dns-alias' }))
      if (graph.text(zone, 'zoneType') === 'public')
        report({ message: 'publicName', data: { ...data, zone: named(zone) } });
  },
  examples: {
    good: [
      {
        title: 'an internet-facing one',
        design: called('nlb', { scheme: 'internet-facing' }),
      },
      { title: 'a caller in the VPC', design: called('nlb', {}, { insideVpc: true }) },
      {
        title: 'a scheme set by a parameter',
        design: called('nlb', { scheme: { Ref: 'Scheme' } }),
      },
    ],
    bad: [
      {
        title: 'a browser',
        design: called('alb', { scheme: 'internal', ...http }),
        expect: ['outside'],
      },
      {
        title: 'a device, in private subnets',
        design: called('nlb', {}, {}, {}),
        expect: ['outside'],
      },
      {
        title: 'a name in a public zone',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'in'), node('alb', 'web', { scheme: 'internal', ...http })),
          ),
          node('lambda', 'page', { timeout: 10 }),
          node('hosted-zone', 'zone', { name: 'example.com' }),
          connection('alb--lambda', 'web', 'page'),
          connection('hosted-zone--alb', 'zone', 'web', { recordName: 'app.example.com' }),
        ),
        expect: ['publicName'],
      },
      {
        title: 'no targets',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'in'), node('alb', 'web', { scheme: 'internal', ...http })),
          ),
        ),
        expect: ['noTarget'],
      },
    ],
  },
});
