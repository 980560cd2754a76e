import { nfsPort } from '../../catalog/efs/file-system.ts';
import { engineNamed } from '../../catalog/rds/engines.ts';
import { unsetProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { letsIn, letsOut } from './group-traffic.ts';

const mechanisms = ['network-access', 'proxy', 'file-system-mount'];

/** A read replica has the engine of the database that it copies. */
const enginePort = (graph: Graph, database: Node | undefined): number | undefined => {
  if (!database) return undefined;
  const [copied] = graph.sources(database, { mechanism: 'replication', kind: 'rds-instance' });
  return engineNamed(graph.text(copied ?? database, 'engine'))?.port;
};

/** Where the target listens; undefined when that is not known. */
const portOf = (
  graph: Graph,
  { connection, target }: Link,
  catalog: CatalogFacts,
): number | undefined => {
  if (catalog.properties(connection.type)?.port !== undefined && graph.isSet(connection, 'port'))
    return graph.number(connection, 'port');
  if (target.kind === 'fargate-service') return graph.number(target, 'containerPort');
  if (target.kind === 'ec2-instance') return graph.number(target, 'appPort');
  if (target.kind === 'efs-file-system') return nfsPort;
  // A proxy listens where its engine usually does, whatever the database behind it does.
  if (target.kind === 'rds-proxy')
    return enginePort(graph, graph.targets(target, { mechanism: 'proxy' })[0]);
  return graph.isSet(target, 'port') ? graph.number(target, 'port') : enginePort(graph, target);
};

/** True when the rules that Isobar writes for other connections open the way for this one too. */
const isOpenedByOthers = (graph: Graph, source: Node, target: Node): boolean => {
  const own = graph.securityGroups(source);
  const sharing = graph
    .securityGroups(target)
    .flatMap((group) => graph.targets(group, { mechanism: 'security-attachment' }));
  return [target, ...sharing].some((other) =>
    graph.incoming(other, { mechanism: mechanisms }).some((incoming) => {
      if (graph.text(incoming, 'securityRule') === 'manual') return false;
      const from = graph.source(incoming);
      return (
        from !== undefined &&
        (from.id === source.id ||
          graph.securityGroups(from).some(({ id }) => own.some((group) => group.id === id)))
      );
    }),
  );
};

const manual = (ingress: Parameters<typeof node>[2], egress: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      node('security-group', 'callers', { groupDescription: 'Callers', ...egress }),
      node('security-group', 'databases', { groupDescription: 'Databases', ...ingress }),
      inside(
        node('subnet', 'data', { subnetType: 'isolated' }),
        node('rds-instance', 'db', { backupRetentionPeriod: 7 }),
        node('lambda', 'query'),
      ),
    ),
    connection('lambda--rds-instance--network', 'query', 'db', { securityRule: 'manual' }),
    connection('security-group--lambda', 'callers', 'query'),
    connection('security-group--rds-instance', 'databases', 'db'),
  );

export const vpcSecurityGroupPath = defineRule({
  meta: {
    id: 'vpc/security-group-path',
    severity: 'error',
    messages: {
      notIn:
        '{target} does not let {source} in on port {port}: the rule of this connection is yours to write, and no security group has it. Let Isobar write it, or add it to the group of {target}.',
      notOut:
        'The security groups of {source} let nothing out on port {port}, so it cannot reach {target}; let Isobar write the rule, or add one.',
    },
    explain:
      'Security groups refuse what no rule allows. To name the group of the caller as the source is better than addresses, because the interfaces of functions come and go. Groups keep state: an answer needs no rule of its own.',
    docs: {
      title: 'Control traffic to your AWS resources using security groups',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
    },
    overlaps: ['E3687'],
  },
  on: connections({
    to: [
      'rds-instance',
      'aurora-cluster',
      'rds-proxy',
      'fargate-service',
      'ec2-instance',
      'efs-file-system',
    ],
    mechanism: mechanisms,
  }),
  check(link, graph, report, { catalog }) {
    const { connection, source, target } = link;
    if (graph.text(connection, 'securityRule') !== 'manual') return;
    const vpc = graph.vpc(source);
    // Between two VPCs the addresses decide, not the groups.
    if (!vpc || graph.vpc(target)?.id !== vpc.id) return;
    const port = portOf(graph, link, catalog);
    if (port === undefined || isOpenedByOthers(graph, source, target)) return;
    const callers = graph.securityGroups(source);
    const groups = graph.securityGroups(target);
    const fixes = [
      {
        title: 'Let Isobar write the rule',
        edit: unsetProperty(connection.id, 'securityRule'),
      },
    ];
    const data = { source: named(source), target: named(target), port: String(port) };
    if (letsIn(graph, groups, port, callers) === false)
      report({ message: 'notIn', property: 'securityRule', data, fixes });
    else if (letsOut(graph, callers, port, groups) === false)
      report({ message: 'notOut', property: 'securityRule', data, fixes });
  },
  examples: {
    good: [
      {
        title: 'a rule for the group of the function',
        design: manual(
          { ingressRules: [{ protocol: 'tcp', fromPort: 5432, toPort: 5432, source: 'callers' }] },
          {},
        ),
      },
      {
        title: 'a port by a parameter',
        design: manual(
          { ingressRules: [{ protocol: 'tcp', fromPort: { Ref: 'Port' }, source: 'callers' }] },
          {},
        ),
      },
      {
        title: 'a rule between the groups',
        design: (() => {
          const base = manual({}, {});
          const rule = design(
            connection(
              'security-group--security-group',
              'callers',
              'databases',
              { fromPort: 5432, toPort: 5432 },
              'rule',
            ),
          );
          return { ...base, connections: [...base.connections, ...rule.connections] };
        })(),
      },
    ],
    bad: [
      { title: 'no rule', design: manual({}, {}), expect: ['notIn'] },
      {
        title: 'a rule for another port',
        design: manual(
          { ingressRules: [{ protocol: 'tcp', fromPort: 3306, source: 'callers' }] },
          {},
        ),
        expect: ['notIn'],
      },
      {
        title: 'a service that calls another one',
        design: design(
          inside(
            node('vpc', 'net'),
            node('security-group', 'guards', { groupDescription: 'Prices' }),
            inside(
              node('subnet', 'app'),
              node('fargate-service', 'shop'),
              node('fargate-service', 'prices'),
            ),
          ),
          connection('fargate-service--fargate-service', 'shop', 'prices', {
            securityRule: 'manual',
          }),
          connection('security-group--fargate-service', 'guards', 'prices'),
        ),
        expect: ['notIn'],
      },
      {
        title: 'a group that lets out HTTPS only',
        design: manual(
          { ingressRules: [{ protocol: 'tcp', fromPort: 5432, source: 'callers' }] },
          { egressRules: [{ protocol: 'tcp', fromPort: 443, source: '0.0.0.0/0' }] },
        ),
        expect: ['notOut'],
      },
    ],
  },
});
