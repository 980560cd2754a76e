import { roleArnAttribute } from '../analytics/role.ts';
import {
  emitWarehouse,
  namespaceArn,
  warehouseArn,
  warehouseHost,
  warehousePort,
  warehouseSecretArn,
} from '../analytics/warehouse.ts';
import { codeOf } from '../code.ts';
import type { Expression } from '../expression.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { type AttributeDefinition, defineService, type NodeScope } from '../service.ts';
import { inDefinition } from '../workflow/task-parts.ts';

const isServerless = (read: (property: string) => unknown): boolean =>
  read('deployment') === 'serverless';
const isProvisioned = (read: (property: string) => unknown): boolean =>
  read('deployment') === 'provisioned';

/** An attribute of L1 constructs, by what it is in CloudFormation. */
const by = (expression: (scope: NodeScope) => Expression): AttributeDefinition => ({
  cfn: expression,
  cdk: (_construct, scope) => codeOf(expression(scope)),
});

export const redshift = defineService({
  kind: 'redshift',
  title: 'Amazon Redshift',
  words: 'redshift warehouse dwh sql analytics olap columnar bi',
  category: 'analytics',
  icon: 'AmazonRedshift',
  cloudFormation: [
    'AWS::RedshiftServerless::Workgroup',
    'AWS::RedshiftServerless::Namespace',
    'AWS::Redshift::Cluster',
  ],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 3,
  },
  properties: {
    deployment: choice(['serverless', 'provisioned'], {
      default: 'serverless',
      help: 'Serverless computes when somebody asks; a provisioned cluster has nodes that run all the time.',
    }),
    workgroupName: text({
      maxLength: 64,
      pattern: '^[a-z0-9-]{3,64}$',
      when: isServerless,
      advanced: true,
      help: 'The workgroup is what computes. Empty takes the logical id in lower case.',
    }),
    namespaceName: text({
      maxLength: 64,
      pattern: '^[a-z0-9-]{3,64}$',
      when: isServerless,
      advanced: true,
      help: 'The namespace is what holds the data. Empty takes the logical id in lower case.',
    }),
    baseCapacity: integer({
      default: 128,
      min: 4,
      max: 1024,
      unit: 'RPU',
      when: isServerless,
      emitDefault: true,
      help: 'What a query has to compute with at least. 4, or 8 to 512 in steps of 8 (1024 in some regions); 8 is enough to begin with.',
      cfn: 'BaseCapacity',
    }),
    databaseName: text({
      default: 'dev',
      maxLength: 64,
      pattern: '^[a-z_][a-z0-9_]*$',
      help: 'The first database.',
    }),
    adminUsername: text({
      default: 'admin',
      maxLength: 128,
      pattern: '^[a-zA-Z][a-zA-Z0-9_+.@-]*$',
      advanced: true,
      help: 'Redshift makes the password, keeps it in a secret and changes it.',
    }),
    publiclyAccessible: yesNo({
      default: false,
      emitDefault: true,
      help: 'A public address. Only what a security group lets in comes in; Firehose needs it.',
      cfn: 'PubliclyAccessible',
    }),
    enhancedVpcRouting: yesNo({
      default: false,
      advanced: true,
      help: 'COPY and UNLOAD go through the VPC, which then needs endpoints or a NAT gateway.',
      cfn: 'EnhancedVpcRouting',
    }),
    port: integer({
      default: 5439,
      min: 1150,
      max: 65_535,
      advanced: true,
      help: 'Serverless: 5431 to 5455 or 8191 to 8215.',
      cfn: 'Port',
    }),
    nodeType: text({
      default: 'ra3.large',
      pattern: '^[a-z0-9]+\\.[a-z0-9]+$',
      when: isProvisioned,
      help: 'Processor and memory of each node.',
    }),
    numberOfNodes: integer({
      default: 1,
      min: 1,
      max: 128,
      when: isProvisioned,
      help: 'One node for tests; two and more share the work.',
    }),
  },
  attributes: {
    arn: by(warehouseArn),
    /** The workgroup or the cluster. */
    name: { cfn: 'Ref', cdk: 'ref' },
    namespaceArn: by(namespaceArn),
    host: by(warehouseHost),
    port: by(warehousePort),
    database: by((scope) => scope.value('databaseName') ?? 'dev'),
    secretArn: by(warehouseSecretArn),
    roleArn: roleArnAttribute,
  },
  task: {
    verb: 'Run SQL on',
    services: { redshiftdata: ['ClusterIdentifier', 'WorkgroupName'] },
    call: (context) => ({
      resource: 'aws-sdk:redshiftdata:executeStatement',
      arguments: {
        [context.target.read('deployment') === 'provisioned'
          ? 'ClusterIdentifier'
          : 'WorkgroupName']: context.fill('Name', context.target.attribute('name')),
        Database: inDefinition(context, 'databaseName', 'Database'),
        Sql: String(context.read('sql') ?? 'SELECT 1'),
      },
      output: { kind: 'result' },
    }),
  },
  summary: (read) =>
    isServerless(read)
      ? `serverless · ${String(read('baseCapacity'))} RPU`
      : `${String(read('numberOfNodes'))} × ${String(read('nodeType'))}`,
  explain:
    'Redshift is a database for questions over very much data: it keeps tables by column and works on a query with many processors at once. Data comes in bulk, from files in S3, from a stream or from another database, and not row by row. Programs ask it through the Data API, over HTTPS and without open connections.',
  cost: 'Serverless: RPU hours while queries run, and storage. Provisioned: the hours of each node.',
  limits: [
    'Serverless: subnets in three Availability Zones, with three free addresses each at least.',
    'Data API: 100 KB of SQL, 500 MB (compressed) of result, kept for 24 hours.',
    'Serverless: 25 workgroups in a region by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/redshift/latest/mgmt/welcome.html',
  emit: emitWarehouse,
});
