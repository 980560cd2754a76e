import { call, member, object } from '../../lib/typescript/syntax.ts';
import { codeOf, literalCode } from '../code.ts';
import { choice, days, integer, numeric, seconds, text, yesNo } from '../property.ts';
import { clusterArn, emitCluster } from '../rds/cluster.ts';
import { secretArn, secretCode } from '../rds/credentials.ts';
import { auroraEngines, engineNamed } from '../rds/engines.ts';
import { writeAssociatedRoles } from '../rds/roles.ts';
import { defineService } from '../service.ts';
import { inputField } from '../workflow/dynamic.ts';
import { inDefinition } from '../workflow/task-parts.ts';

const isServerless = (read: (property: string) => unknown): boolean =>
  read('capacityMode') === 'serverless-v2';

export const auroraCluster = defineService({
  kind: 'aurora-cluster',
  title: 'Aurora DB cluster',
  words: 'aurora rds postgres postgresql mysql sql serverless v2 cluster relational database',
  category: 'database',
  icon: 'AmazonAurora',
  cloudFormation: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance', 'AWS::RDS::DBSubnetGroup'],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    engine: choice(
      auroraEngines.map(({ id }) => id),
      {
        default: 'aurora-postgresql',
        required: true,
        help: 'Which database Aurora behaves as. Cannot be changed later.',
        cfn: 'Engine',
      },
    ),
    engineVersion: text({
      help: 'Such as 17.7, or 8.0.mysql_aurora.3.10.3. Empty: a current version of the engine.',
    }),
    capacityMode: choice(['serverless-v2', 'provisioned'], {
      default: 'serverless-v2',
      help: 'Serverless v2 grows and shrinks with the load, within the limits below. Provisioned has instances of a fixed size.',
    }),
    minCapacity: numeric({
      default: 0.5,
      min: 0,
      max: 256,
      unit: 'ACU',
      when: isServerless,
      help: 'In steps of 0.5; one ACU has about 2 GiB of memory. 0 lets the database pause when nobody is connected; waking up takes about 15 seconds.',
    }),
    maxCapacity: numeric({
      default: 2,
      min: 1,
      max: 256,
      unit: 'ACU',
      when: isServerless,
      help: 'The most that the database grows to, and so the most that it costs.',
    }),
    secondsUntilAutoPause: seconds({
      default: 300,
      min: 300,
      max: 86_400,
      advanced: true,
      when: (read) => isServerless(read) && read('minCapacity') === 0,
      help: 'How long nobody has to be connected before the database pauses: five minutes to a day.',
    }),
    instanceClass: text({
      default: 'db.t4g.medium',
      pattern: '^db\\.[a-z0-9-]+\\.[a-z0-9-]+$',
      when: (read) => !isServerless(read),
      help: 'Processor and memory of each instance. t4g for trying out, r7g or r8g for a steady load.',
    }),
    readers: integer({
      default: 0,
      min: 0,
      max: 15,
      help: 'Instances besides the writer, over the same storage. They answer reads, and one of them takes over when the writer fails.',
    }),
    databaseName: text({
      default: 'app',
      maxLength: 63,
      pattern: '^[A-Za-z][A-Za-z0-9_]*$',
      emitDefault: true,
      help: 'The database that is made at the start.',
      cfn: 'DatabaseName',
      cdk: 'defaultDatabaseName',
    }),
    masterUsername: text({
      default: 'dbadmin',
      maxLength: 16,
      pattern: '^[A-Za-z][A-Za-z0-9_]*$',
      advanced: true,
      help: 'For administration; give the application a user of its own.',
    }),
    manageMasterUserPassword: yesNo({
      default: true,
      help: 'RDS makes the password, keeps it in Secrets Manager and changes it every seven days. No: the export adds a secret. A secret that is connected comes first.',
    }),
    dataApi: yesNo({
      default: false,
      help: 'Lets code send SQL over HTTPS with IAM, without a connection and from outside the VPC. Arrows that query so switch it on.',
    }),
    iamAuthentication: yesNo({
      default: false,
      help: 'Users log in with IAM instead of a password. Connections that log in so switch it on.',
    }),
    backupRetentionPeriod: days({
      default: 7,
      min: 1,
      max: 35,
      emitDefault: true,
      help: 'How long one can go back to any second.',
      cfn: 'BackupRetentionPeriod',
      cdk: (value) => ({
        backup: object({ retention: literalCode(days(), value) }),
      }),
    }),
    deletionProtection: yesNo({
      default: false,
      help: 'Nobody can delete the cluster until this is switched off again.',
      cfn: 'DeletionProtection',
      cdk: 'deletionProtection',
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
      help: 'Empty: 5432 for PostgreSQL, 3306 for MySQL.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'clusterIdentifier' },
    name: { cfn: 'Ref', cdk: 'clusterIdentifier' },
    arn: { cfn: ({ id }) => clusterArn(id), cdk: 'clusterArn' },
    /** Where writes go: always the instance that writes now. */
    host: { cfn: 'Endpoint.Address', cdk: 'clusterEndpoint.hostname' },
    /** One of the readers; the writer when there is none. */
    readerHost: { cfn: 'ReadEndpoint.Address', cdk: 'clusterReadEndpoint.hostname' },
    port: {
      cfn: 'Endpoint.Port',
      cdk: (construct) => call('cdk.Token.asString', member(construct, 'clusterEndpoint.port')),
    },
    databaseName: {
      cfn: ({ value }) => value('databaseName') ?? 'app',
      cdk: (_construct, { value }) => codeOf(value('databaseName') ?? 'app'),
    },
    /** What IAM calls the cluster when somebody logs in. */
    dbiResourceId: { cfn: 'DBClusterResourceId', cdk: 'clusterResourceIdentifier' },
    /** The secret of the master user, with host and port in it. */
    secretArn: {
      cfn: secretArn,
      cdk: (construct, scope) => member(secretCode(scope) ?? construct, 'secretArn'),
    },
  },
  clients: [
    {
      variables: ['CLUSTER_ARN'],
      what: 'Aurora cluster, through the Data API',
      sdk: { id: 'rds-data', java: 'rdsdata', ruby: 'rdsdataservice', dotnet: 'RDSDataService' },
    },
    { variables: ['DB_HOST'], what: 'database', own: 'connect with the driver of its engine' },
  ],
  task: {
    verb: 'Query',
    services: { rds: ['DbClusterIdentifier'], rdsdata: ['ResourceArn'] },
    call: (context) => ({
      resource: 'aws-sdk:rdsdata:executeStatement',
      arguments: {
        ResourceArn: context.fill('Arn', context.target.attribute('arn')),
        SecretArn: context.fill('SecretArn', context.target.attribute('secretArn')),
        Database: inDefinition(context, 'databaseName', 'DatabaseName'),
        Sql: inputField('sql'),
      },
      output: { kind: 'result' },
    }),
  },
  summary: (read) => {
    const engine = engineNamed(read('engine'));
    const readers = Number(read('readers') ?? 0);
    return [
      engine?.title ?? 'Aurora',
      isServerless(read)
        ? `${String(read('minCapacity'))}–${String(read('maxCapacity'))} ACU`
        : String(read('instanceClass')),
      ...(readers > 0 ? [`${readers} ${readers === 1 ? 'reader' : 'readers'}`] : []),
    ].join(' · ');
  },
  explain:
    'Aurora is a relational database that speaks PostgreSQL or MySQL. Its storage is apart from its instances: six copies over three zones, growing by itself. One instance writes; readers share the same data a few milliseconds later and take over when the writer fails. As Serverless v2 it grows and shrinks with the load, down to nothing where pauses do not hurt.',
  cost: 'By the second for the capacity (or by the hour for instances), for storage, and for reads and writes of it.',
  limits: [
    'One writer and 15 readers.',
    'Storage up to 256 TiB, depending on the version.',
    'Serverless v2: 0 to 256 ACU, in steps of 0.5.',
    'Subnets in two Availability Zones at least.',
    'Data API: an answer has at most 1 MiB.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
  emit: emitCluster,
  finish: writeAssociatedRoles,
});
