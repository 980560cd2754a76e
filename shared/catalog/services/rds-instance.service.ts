import { member, number } from '../../lib/typescript/syntax.ts';
import { choice, days, integer, text, yesNo } from '../property.ts';
import { secretArn, secretCode } from '../rds/credentials.ts';
import { engineNamed, engines, replicaSource } from '../rds/engines.ts';
import { databaseArn, emitDatabase, instanceTypeCode } from '../rds/instance.ts';
import { writeAssociatedRoles } from '../rds/roles.ts';
import { type AttributeDefinition, defineService } from '../service.ts';
import { keep } from '../workflow/task-parts.ts';

const proposedClass = 'db.t4g.micro';

const isSqlServer = (read: (property: string) => unknown): boolean =>
  String(read('engine')).startsWith('sqlserver');
const hasSetIops = (read: (property: string) => unknown): boolean =>
  read('storageType') === 'io1' || read('storageType') === 'io2';

/** The class to show; the proposed one does not run every engine. */
const classFor = (read: (property: string) => unknown, other: string | undefined): string => {
  const value = String(read('instanceClass'));
  return value === proposedClass ? (other ?? value) : value;
};

/** An attribute whose name differs between the L2 construct and the L1 one, which engines without L2 have. */
const attribute = (cfn: string, l2: string, l1: string): AttributeDefinition => ({
  cfn,
  cdk: (construct, { out, id }) => member(construct, out.hasConstruct(id) ? l2 : l1),
});

export const rdsInstance = defineService({
  kind: 'rds-instance',
  title: 'RDS DB instance',
  words: 'rds postgres postgresql mysql mariadb sql relational database',
  category: 'database',
  icon: 'AmazonRDS',
  cloudFormation: ['AWS::RDS::DBInstance', 'AWS::RDS::DBSubnetGroup'],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    engine: choice(
      engines.map(({ id }) => id),
      {
        default: 'postgres',
        required: true,
        help: 'The database system. Cannot be changed later.',
        cfn: 'Engine',
      },
    ),
    engineVersion: text({
      help: 'Such as 17 or 17.6. Empty: a current major version of the engine, and its latest minor one.',
    }),
    instanceClass: text({
      default: proposedClass,
      required: true,
      pattern: '^db\\.[a-z0-9-]+\\.[a-z0-9-]+$',
      help: 'Processor and memory. t4g (Graviton) is cheap and runs PostgreSQL, MySQL and MariaDB; for the other engines the export takes db.t3.small, or db.t3.xlarge, when nothing is set.',
      cfn: 'DBInstanceClass',
      cdk: (value) => ({ instanceType: instanceTypeCode(String(value)) }),
    }),
    allocatedStorage: integer({
      default: 20,
      min: 20,
      max: 65_536,
      unit: 'GiB',
      emitDefault: true,
      help: 'Can grow later, but not shrink.',
      cfn: 'AllocatedStorage',
      cdk: 'allocatedStorage',
    }),
    maxAllocatedStorage: integer({
      min: 21,
      max: 65_536,
      unit: 'GiB',
      help: 'Storage grows by itself up to this size. Empty: it does not.',
      cfn: 'MaxAllocatedStorage',
      cdk: 'maxAllocatedStorage',
    }),
    storageType: choice(['gp2', 'gp3', 'io1', 'io2'], {
      default: 'gp3',
      emitDefault: true,
      advanced: true,
      help: 'gp3 has 3,000 operations a second at any size.',
      cfn: 'StorageType',
      cdk: {
        name: 'storageType',
        enum: 'rds.StorageType',
        members: { gp2: 'GP2', gp3: 'GP3', io1: 'IO1', io2: 'IO2' },
      },
    }),
    iops: integer({
      default: 1000,
      min: 1000,
      max: 256_000,
      emitDefault: true,
      advanced: true,
      when: hasSetIops,
      unit: 'operations/s',
      help: 'Operations a second that io1 and io2 storage are paid for.',
      cfn: 'Iops',
      cdk: 'iops',
    }),
    multiAz: yesNo({
      default: false,
      help: 'Keeps a standby in a second zone, which takes over within minutes; doubles the price.',
      cfn: 'MultiAZ',
      cdk: 'multiAz',
    }),
    databaseName: text({
      maxLength: 64,
      pattern: '^[A-Za-z][A-Za-z0-9_]*$',
      when: (read) => !isSqlServer(read),
      help: 'The database that is made at the start. Empty: none but those of the engine.',
      cfn: 'DBName',
      cdk: 'databaseName',
    }),
    masterUsername: text({
      default: 'dbadmin',
      maxLength: 63,
      pattern: '^[A-Za-z][A-Za-z0-9_]*$',
      advanced: true,
      help: 'For administration; give the application a user of its own.',
    }),
    manageMasterUserPassword: yesNo({
      default: true,
      help: 'RDS makes the password, keeps it in Secrets Manager and changes it every seven days. No: the export adds a secret. A secret that is connected comes first.',
    }),
    iamAuthentication: yesNo({
      default: false,
      help: 'Users log in with IAM instead of a password (PostgreSQL, MySQL, MariaDB). Connections that log in so switch it on.',
    }),
    backupRetentionPeriod: days({
      default: 7,
      min: 0,
      max: 35,
      emitDefault: true,
      help: 'How long one can go back to any second. 0 switches backups off.',
      cfn: 'BackupRetentionPeriod',
      cdk: 'backupRetention',
    }),
    deletionProtection: yesNo({
      default: false,
      help: 'Nobody can delete the database until this is switched off again.',
      cfn: 'DeletionProtection',
      cdk: 'deletionProtection',
    }),
    publiclyAccessible: yesNo({
      default: false,
      emitDefault: true,
      help: 'Gives it a public address. A database belongs into private or isolated subnets.',
      cfn: 'PubliclyAccessible',
      cdk: 'publiclyAccessible',
    }),
    storageEncrypted: yesNo({
      default: true,
      emitDefault: true,
      help: "Encrypts data, backups and logs with RDS's own key. Cannot be switched on later.",
      cfn: 'StorageEncrypted',
      cdk: 'storageEncrypted',
    }),
    port: integer({
      min: 1150,
      max: 65_535,
      advanced: true,
      help: 'Empty: 5432 for PostgreSQL, 3306 for MySQL and MariaDB, 1433 for SQL Server, 1521 for Oracle, 50000 for Db2.',
      cfn: 'Port',
      cdk: (value) => ({ port: number(Number(value)) }),
    }),
  },
  attributes: {
    id: attribute('Ref', 'instanceIdentifier', 'ref'),
    name: attribute('Ref', 'instanceIdentifier', 'ref'),
    arn: {
      cfn: ({ id }) => databaseArn(id),
      cdk: (construct, { out, id }) =>
        member(construct, out.hasConstruct(id) ? 'instanceArn' : 'attrDbInstanceArn'),
    },
    host: attribute('Endpoint.Address', 'dbInstanceEndpointAddress', 'attrEndpointAddress'),
    port: attribute('Endpoint.Port', 'dbInstanceEndpointPort', 'attrEndpointPort'),
    dbiResourceId: {
      cfn: 'DbiResourceId',
      cdk: (construct, scope) => {
        if (!scope.out.hasConstruct(scope.id)) return member(construct, 'attrDbiResourceId');
        // The L2 construct of a read replica takes the ARN for it, unless a feature flag is set.
        return replicaSource(scope)
          ? member(
              {
                kind: 'as',
                value: member(construct, 'node.defaultChild'),
                type: 'rds.CfnDBInstance',
              },
              'attrDbiResourceId',
            )
          : { kind: 'nonNull', value: member(construct, 'instanceResourceId') };
      },
    },
    /** The secret of the master user, with host and port in it. */
    secretArn: {
      cfn: secretArn,
      cdk: (construct, scope) => {
        const secret = secretCode(scope);
        return member(secret ?? construct, secret ? 'secretArn' : 'attrMasterUserSecretSecretArn');
      },
    },
  },
  clients: [
    { variables: ['DB_HOST'], what: 'database', own: 'connect with the driver of its engine' },
  ],
  task: {
    verb: 'Start or stop',
    services: { rds: ['DbInstanceIdentifier'] },
    call: (context) => ({
      resource: `aws-sdk:rds:${String(context.read('action') ?? 'stopDBInstance')}`,
      arguments: {
        DbInstanceIdentifier: context.fill('Id', context.target.attribute('id')),
      },
      output: keep,
    }),
  },
  summary: (read) => {
    const engine = engineNamed(read('engine'));
    return [
      `${engine?.title ?? 'Database'} ${String(read('engineVersion') ?? engine?.version ?? '')}`.trim(),
      classFor(read, engine?.instanceClass),
      ...(read('multiAz') === true ? ['Multi-AZ'] : []),
    ].join(' · ');
  },
  explain:
    'RDS runs a relational database on a server that AWS looks after: it installs, patches, backs up and replaces it. It is a server all the same, with so much memory and so many connections, and it is paid for whether anybody asks it or not. Functions open many connections at once, so an RDS Proxy in between is often needed.',
  cost: 'By the hour for the instance, and for storage, backups beyond its size and traffic between zones.',
  limits: [
    'The number of connections follows from the memory: about 100 for db.t4g.micro.',
    'Storage up to 64 TiB.',
    'Subnets in two Availability Zones at least.',
    '15 read replicas for PostgreSQL, MySQL and MariaDB.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
  emit: emitDatabase,
  finish: writeAssociatedRoles,
});
