import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** The family of an engine, as proxies call it; undefined for engines that no proxy serves. */
const familyOf = (engine: string): string | undefined => {
  if (engine === 'postgres' || engine === 'aurora-postgresql') return 'POSTGRESQL';
  if (engine === 'mysql' || engine === 'mariadb' || engine === 'aurora-mysql') return 'MYSQL';
  return engine.startsWith('sqlserver') ? 'SQLSERVER' : undefined;
};

const proxied = (proxy: Parameters<typeof node>[2], database: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'data'),
        node('rds-proxy', 'proxy', { dbProxyName: 'p', ...proxy }),
        node('rds-instance', 'db', database),
      ),
    ),
    connection('rds-proxy--rds-instance', 'proxy', 'db'),
  );

export const rdsProxyTarget = defineRule({
  meta: {
    id: 'rds/proxy-target',
    severity: 'error',
    messages: {
      engine:
        'An RDS Proxy does not serve {engine}, which {database} runs; connect to the database directly.',
      family:
        '{proxy} speaks {family}, but {database} runs {engine}; set the engine family to {right}.',
      otherVpc:
        '{proxy} and {database} are in different VPCs; place the proxy in the VPC of the database.',
      several: '{proxy} has more than one database, and AWS allows one; draw a proxy for each.',
    },
    explain:
      'A proxy belongs to one database of one engine family in the same VPC. Oracle and Db2 are not supported.',
    docs: {
      title: 'Quotas and limitations for RDS Proxy',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
    },
  },
  on: connections({
    from: 'rds-proxy',
    to: ['rds-instance', 'aurora-cluster'],
    mechanism: 'proxy',
  }),
  check({ connection, source, target }, graph, report) {
    const data = { proxy: named(source), database: named(target) };
    const engine = graph.text(target, 'engine');
    const right = engine === undefined ? undefined : familyOf(engine);
    const family = graph.text(source, 'engineFamily');
    if (engine !== undefined && right === undefined)
      report({ message: 'engine', data: { ...data, engine } });
    else if (
      right !== undefined &&
      engine !== undefined &&
      family !== undefined &&
      family !== right
    )
      report({
        message: 'family',
        at: source,
        property: 'engineFamily',
        data: { ...data, engine, family, right },
        fixes: [
          {
            title: `Set the engine family to ${right}`,
            edit: setProperty(source.id, 'engineFamily', right),
          },
        ],
      });
    const home = graph.vpc(target);
    const proxyHome = graph.vpc(source);
    if (home && proxyHome && home.id !== proxyHome.id) report({ message: 'otherVpc', data });
    const [first] = graph.outgoing(source, { mechanism: 'proxy' });
    if (first && first.id !== connection.id)
      report({ message: 'several', data: { proxy: data.proxy } });
  },
  examples: {
    good: [
      { title: 'PostgreSQL', design: proxied({}, {}) },
      { title: 'an engine by a parameter', design: proxied({}, { engine: { Ref: 'Engine' } }) },
    ],
    bad: [
      {
        title: 'a MySQL proxy before PostgreSQL',
        design: proxied({ engineFamily: 'MYSQL' }, {}),
        expect: ['family'],
      },
      {
        title: 'Oracle',
        design: proxied({}, { engine: 'oracle-se2', engineVersion: '19' }),
        expect: ['engine'],
      },
      {
        title: 'two databases',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'data'),
              node('rds-proxy', 'proxy', { dbProxyName: 'p' }),
              node('rds-instance', 'one'),
              node('rds-instance', 'two'),
            ),
          ),
          connection('rds-proxy--rds-instance', 'proxy', 'one', {}, 'a'),
          connection('rds-proxy--rds-instance', 'proxy', 'two', {}, 'b'),
        ),
        expect: ['several'],
      },
      {
        title: 'two VPCs',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'data'), node('rds-proxy', 'proxy', { dbProxyName: 'p' })),
          ),
          inside(
            node('vpc', 'other', { cidrBlock: '10.1.0.0/16' }),
            inside(node('subnet', 'far'), node('rds-instance', 'db')),
          ),
          connection('rds-proxy--rds-instance', 'proxy', 'db'),
        ),
        expect: ['otherVpc'],
      },
    ],
  },
});
