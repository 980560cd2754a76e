import { connect, retargetConnection, sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addBeside, whileThere } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** Routes that go over the internet, and what they become behind a link. */
const linked: Readonly<Record<string, string>> = {
  'rest-api--alb--public': 'rest-api--vpc-link',
  'rest-api--nlb--public': 'rest-api--vpc-link',
  'http-api--alb--public': 'http-api--vpc-link',
  'http-api--nlb--public': 'http-api--vpc-link',
};

/** Which versions of links an API takes. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'rest-api': ['v2', 'v1'],
  'http-api': ['v2'],
  'websocket-api': ['v1'],
};

/** Leads the route through a link: the one that leads there already, else a new one beside the target. */
const throughLink = (graph: Graph, { connection: way, target }: Link): readonly Fix[] => {
  const type = linked[way.type];
  if (type === undefined) return [];
  const present = graph
    .sources(target, { mechanism: 'private-access', kind: 'vpc-link' })
    .find((link) => graph.text(link, 'version') === 'v2');
  const lead = (link: Node['id']) =>
    sequence(
      retargetConnection(way.id, { to: link, type }),
      setProperty(way.id, 'target', target.id),
    );
  return [
    present
      ? { title: `Go through ${named(present)}`, edit: lead(present.id) }
      : {
          title: 'Put a VPC link in between',
          edit: whileThere(
            [way.id, target.id],
            addBeside(target.id, { kind: 'vpc-link', name: 'VPC link' }, (id) => [
              connect({ type: `vpc-link--${target.kind}`, from: id, to: target.id }),
              lead(id),
            ]),
          ),
        },
  ];
};

/** Another version, where everything at the link takes it. */
const otherVersion = (graph: Graph, link: Node, version: string): readonly Fix[] => {
  const fits =
    graph
      .sources(link, { mechanism: 'api-integration' })
      .every(({ kind }) => versions[kind]?.includes(version) ?? true) &&
    (version === 'v2' ||
      (graph.targets(link, { mechanism: 'private-access' }).length === 1 &&
        graph.targets(link, { mechanism: 'private-access', kind: 'nlb' }).length === 1));
  return fits
    ? [
        {
          title: `Make ${named(link)} a link of ${version}`,
          edit: setProperty(link.id, 'version', version),
        },
      ]
    : [];
};

const vpcOf = (
  ...held: Parameters<typeof inside> extends [unknown, ...infer Rest] ? Rest : never
) => inside(node('vpc', 'net'), inside(node('subnet', 'app'), ...held));

const web = (scheme: string | { Ref: string }) =>
  node('alb', 'web', { scheme, listenerProtocol: 'HTTP', listenerPort: 80 });

const direct = (scheme: string | { Ref: string }) =>
  design(
    node('http-api', 'api', { name: 'api' }),
    node('lambda', 'page', { timeout: 10 }),
    vpcOf(web(scheme)),
    connection('alb--lambda', 'web', 'page'),
    connection('http-api--alb--public', 'api', 'web'),
  );

const overLink = (api: string, link: object, target: 'alb' | 'nlb') =>
  design(
    node(api, 'api', { name: 'api' }),
    node('on-premises', 'office'),
    vpcOf(
      node('vpc-link', 'way', { ...link }),
      target === 'alb' ? web('internal') : node('nlb', 'web'),
    ),
    connection('on-premises--vpc', 'office', 'net'),
    connection(`${target}--on-premises`, 'web', 'office', { ipAddresses: ['10.9.0.4'] }),
    connection(`vpc-link--${target}`, 'way', 'web'),
    connection(`${api}--vpc-link`, 'api', 'way'),
  );

export const apigwPrivateTargetNeedsVpcLink = defineRule({
  meta: {
    id: 'apigw/private-target-needs-vpc-link',
    severity: 'error',
    messages: {
      direct:
        '{api} calls {target} over the internet, but {target} is internal and has no public address; put a VPC link in between.',
      version:
        '{api} uses the VPC link {link} of version {version}, which this sort of API does not take; make it a link of {wanted}.',
      otherVpc: 'The VPC link {link} is in another VPC than {target}; put both into one VPC.',
      firstVersion:
        'The VPC link {link} of version v1 leads to a Network Load Balancer only, not to {target}; make it a link of v2.',
      cloudMap:
        '{api} finds no containers in AWS Cloud Map, which only HTTP APIs ask; put a load balancer between {link} and {target}.',
    },
    explain:
      'API Gateway lives outside your VPC. A VPC link puts network interfaces into your subnets, so that something private can be the target of a route. Links of v2 lead to both sorts of load balancers, for HTTP and REST APIs, and for HTTP APIs also to containers that AWS Cloud Map knows. Links of v1 lead to one Network Load Balancer; WebSocket APIs take no others.',
    docs: {
      title: 'Set up VPC links V2 in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html',
    },
  },
  on: connections({
    mechanism: ['api-integration', 'private-access'],
    to: ['alb', 'nlb', 'vpc-link', 'fargate-service'],
  }),
  check(link, graph, report) {
    const { connection: way, source, target } = link;
    if (Object.hasOwn(linked, way.type)) {
      if (graph.text(target, 'scheme') !== 'internal') return;
      report({
        message: 'direct',
        data: { api: named(source), target: named(target) },
        fixes: throughLink(graph, link),
      });
      return;
    }
    if (target.kind === 'vpc-link') {
      const version = graph.text(target, 'version');
      const wanted = versions[source.kind];
      if (version !== undefined && wanted !== undefined && !wanted.includes(version))
        report({
          message: 'version',
          data: { api: named(source), link: named(target), version, wanted: wanted[0] ?? 'v2' },
          fixes: otherVersion(graph, target, wanted[0] ?? 'v2'),
        });
      if (source.kind !== 'rest-api') return;
      for (const container of graph.targets(target, {
        mechanism: 'private-access',
        kind: 'fargate-service',
      })) {
        const meant = graph.value(way, 'target');
        const isMeant =
          meant === undefined
            ? graph.targets(target, { mechanism: 'private-access' }).length === 1
            : meant === container.id;
        if (isMeant)
          report({
            message: 'cloudMap',
            data: { api: named(source), link: named(target), target: named(container) },
          });
      }
      return;
    }
    if (source.kind !== 'vpc-link') return;
    const from = graph.vpc(source);
    const to = graph.vpc(target);
    if (from && to && from.id !== to.id)
      report({ message: 'otherVpc', data: { link: named(source), target: named(target) } });
    if (graph.text(source, 'version') === 'v1' && target.kind !== 'nlb')
      report({
        message: 'firstVersion',
        data: { link: named(source), target: named(target) },
        fixes: otherVersion(graph, source, 'v2'),
      });
  },
  examples: {
    good: [
      { title: 'a link to an internal load balancer', design: overLink('http-api', {}, 'alb') },
      {
        title: 'a WebSocket API with a link of v1',
        design: overLink('websocket-api', { version: 'v1' }, 'nlb'),
      },
      { title: 'a scheme set by a parameter', design: direct({ Ref: 'Scheme' }) },
      {
        title: 'a version set by a parameter',
        design: overLink('http-api', { version: { Ref: 'Version' } }, 'alb'),
      },
    ],
    bad: [
      {
        title: 'an internal load balancer without a link',
        design: direct('internal'),
        expect: ['direct'],
      },
      {
        title: 'an HTTP API with a link of v1',
        design: overLink('http-api', { version: 'v1' }, 'nlb'),
        expect: ['version'],
      },
      {
        title: 'a WebSocket API with a link of v2',
        design: overLink('websocket-api', {}, 'nlb'),
        expect: ['version'],
      },
      {
        title: 'a link of v1 to an Application Load Balancer',
        design: overLink('rest-api', { version: 'v1' }, 'alb'),
        expect: ['firstVersion'],
      },
      {
        title: 'a link in another VPC',
        design: design(
          node('http-api', 'api', { name: 'api' }),
          node('lambda', 'page', { timeout: 10 }),
          vpcOf(web('internal')),
          inside(
            node('vpc', 'other', { cidrBlock: '10.7.0.0/16' }),
            inside(node('subnet', 'away'), node('vpc-link', 'way')),
          ),
          connection('alb--lambda', 'web', 'page'),
          connection('vpc-link--alb', 'way', 'web'),
          connection('http-api--vpc-link', 'api', 'way'),
        ),
        expect: ['otherVpc'],
      },
      {
        title: 'a REST API that asks Cloud Map',
        design: design(
          node('rest-api', 'api', { name: 'api' }),
          vpcOf(node('vpc-link', 'way'), node('fargate-service', 'shop')),
          connection('vpc-link--fargate-service', 'way', 'shop'),
          connection('rest-api--vpc-link', 'api', 'way'),
        ),
        expect: ['cloudMap'],
      },
    ],
  },
});
