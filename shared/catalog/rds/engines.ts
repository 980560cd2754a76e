import { type Code, call, member, name, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** What RDS takes of each engine; checked in November 2026. */
export interface Engine {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Where the database listens unless a port is set. */
  readonly port: number;
  /** The version when none is set: the newest long-lived one; AWS then takes its latest minor version. */
  readonly version: string;
  /** How many numbers of a version make up the major version. */
  readonly majorParts: 1 | 2;
  /** What an RDS Proxy calls it; absent: no proxy serves it. */
  readonly family?: 'POSTGRESQL' | 'MYSQL' | 'SQLSERVER';
  /** A cluster of instances around one storage, instead of an instance with its own. */
  readonly isCluster?: true;
  /** The L2 construct: factory and class of versions. Absent: the CDK has none. */
  readonly cdk?: { readonly factory: string; readonly versions: string };
  /** Versions that the CDK has a constant for. */
  readonly constants?: Readonly<Record<string, string>>;
  readonly licence?: 'bring-your-own-license' | 'license-included';
  /** Logs that are exported to CloudWatch Logs unless others are named. */
  readonly logs: readonly string[];
  /** How it reads and writes S3; `parameters` name the role in a parameter group. */
  readonly s3: 'features' | 'integration' | 'option' | 'parameters' | 'snapshots';
  /** A small class that runs it, when none is set. */
  readonly instanceClass: string;
  /** The most characters of the master password. */
  readonly passwordLength: number;
  /** A read replica may have backups of its own. */
  readonly replicaBackups?: boolean;
}

const postgres: Engine = {
  id: 'postgres',
  title: 'PostgreSQL',
  port: 5432,
  version: '17',
  majorParts: 1,
  family: 'POSTGRESQL',
  cdk: { factory: 'postgres', versions: 'PostgresEngineVersion' },
  constants: {
    13: 'VER_13',
    14: 'VER_14',
    15: 'VER_15',
    16: 'VER_16',
    17: 'VER_17',
    18: 'VER_18',
  },
  logs: ['postgresql'],
  s3: 'features',
  instanceClass: 'db.t4g.micro',
  passwordLength: 128,
};

const mysql: Engine = {
  id: 'mysql',
  title: 'MySQL',
  port: 3306,
  version: '8.4',
  majorParts: 2,
  family: 'MYSQL',
  cdk: { factory: 'mysql', versions: 'MysqlEngineVersion' },
  constants: { '8.0': 'VER_8_0' },
  logs: ['error'],
  s3: 'snapshots',
  instanceClass: 'db.t4g.micro',
  passwordLength: 41,
  replicaBackups: true,
};

const sqlServer = (edition: string, factory: string): Engine => ({
  id: `sqlserver-${edition}`,
  title: 'SQL Server',
  port: 1433,
  version: '16.00',
  majorParts: 2,
  family: 'SQLSERVER',
  cdk: { factory, versions: 'SqlServerEngineVersion' },
  constants: { '14.00': 'VER_14', '15.00': 'VER_15', '16.00': 'VER_16' },
  logs: ['error'],
  s3: 'integration',
  // The larger editions do not run on less.
  instanceClass: edition === 'se' || edition === 'ee' ? 'db.t3.xlarge' : 'db.t3.small',
  passwordLength: 128,
});

const oracle = (edition: string, factory: string, licence: Engine['licence']): Engine => ({
  id: `oracle-${edition}`,
  title: 'Oracle',
  port: 1521,
  version: '19',
  majorParts: 1,
  cdk: { factory, versions: 'OracleEngineVersion' },
  constants: { 19: 'VER_19', 21: 'VER_21' },
  ...(licence && { licence }),
  logs: ['alert'],
  s3: 'option',
  instanceClass: 'db.t3.small',
  passwordLength: 30,
});

const db2 = (edition: string): Engine => ({
  id: `db2-${edition}`,
  title: 'Db2',
  port: 50_000,
  version: '11.5',
  majorParts: 2,
  licence: 'bring-your-own-license',
  logs: ['diag.log'],
  s3: 'integration',
  instanceClass: 'db.t3.small',
  passwordLength: 128,
});

/** The engines of RDS instances. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html */
export const engines: readonly Engine[] = [
  postgres,
  mysql,
  {
    ...mysql,
    id: 'mariadb',
    title: 'MariaDB',
    version: '11.8',
    cdk: { factory: 'mariaDb', versions: 'MariaDbEngineVersion' },
    constants: { '10.11': 'VER_10_11' },
  },
  sqlServer('ex', 'sqlServerEx'),
  sqlServer('web', 'sqlServerWeb'),
  sqlServer('se', 'sqlServerSe'),
  sqlServer('ee', 'sqlServerEe'),
  oracle('se2', 'oracleSe2', 'license-included'),
  oracle('ee', 'oracleEe', 'bring-your-own-license'),
  db2('se'),
  db2('ae'),
];

/** The engines of Aurora clusters. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html */
export const auroraEngines: readonly Engine[] = [
  {
    ...postgres,
    id: 'aurora-postgresql',
    title: 'Aurora PostgreSQL',
    version: '17.7',
    isCluster: true,
    cdk: { factory: 'auroraPostgres', versions: 'AuroraPostgresEngineVersion' },
    constants: { '16.11': 'VER_16_11', '17.7': 'VER_17_7', '18.4': 'VER_18_4' },
    instanceClass: 'db.t4g.medium',
  },
  {
    ...mysql,
    id: 'aurora-mysql',
    title: 'Aurora MySQL',
    // Version 3.10 is kept for three years.
    version: '8.0.mysql_aurora.3.10.3',
    isCluster: true,
    cdk: { factory: 'auroraMysql', versions: 'AuroraMysqlEngineVersion' },
    constants: { '8.0.mysql_aurora.3.10.3': 'VER_3_10_3' },
    s3: 'parameters',
    instanceClass: 'db.t4g.medium',
  },
];

/** The engine of this id. */
export const engineNamed = (id: unknown): Engine | undefined =>
  [...engines, ...auroraEngines].find((engine) => engine.id === id);

/** The database that a read replica copies; undefined for a database of its own. */
export const replicaSource = (database: NodeScope): NodeScope | undefined => {
  const [source] = database.graph.sources(database.node, { mechanism: 'replication' });
  return source && database.scopeOf(source);
};

/** The engine of a database; a read replica has that of the database it copies. */
export const engineOf = (database: NodeScope): Engine => {
  const seen = new Set<string>();
  let at = database;
  for (;;) {
    seen.add(at.id);
    const source = replicaSource(at);
    if (!source || seen.has(source.id)) return engineNamed(at.read('engine')) ?? postgres;
    at = source;
  }
};

/** The class to write: what is set, else one that runs the engine. */
export const classOf = (database: NodeScope): Expression =>
  (database.graph.isSet(database.node, 'instanceClass')
    ? database.value('instanceClass')
    : undefined) ?? engineOf(database).instanceClass;

/** Where a database listens. */
export const portOf = (database: NodeScope): Expression =>
  database.value('port') ?? engineOf(database).port;

/** The engine's version to write. */
export const versionOf = (database: NodeScope): Expression =>
  database.value('engineVersion') ?? engineOf(database).version;

/** The major version, as option groups and the CDK want it. */
export const majorVersionOf = (database: NodeScope): string => {
  const { version, majorParts } = engineOf(database);
  const written = database.read('engineVersion');
  return String(written ?? version)
    .split('.')
    .slice(0, majorParts)
    .join('.');
};

/** An `rds.IEngine`, such as `rds.DatabaseInstanceEngine.postgres({ version: … })`. */
export const engineCode = (database: NodeScope): Code => {
  const engine = engineOf(database);
  const version = versionOf(database);
  const { factory, versions } = engine.cdk ?? { factory: 'postgres', versions: '' };
  const constant = typeof version === 'string' ? engine.constants?.[version] : undefined;
  return call(
    `rds.Database${engine.isCluster ? 'Cluster' : 'Instance'}Engine.${factory}`,
    object({
      version:
        constant === undefined
          ? call(`rds.${versions}.of`, codeOf(version), text(majorVersionOf(database)))
          : member(name(`rds.${versions}`), constant),
    }),
  );
};
