import { codeOf } from '../code.ts';
import { cachedTable, defaultTtlMs, emitDaxCluster } from '../dax/cluster.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const daxCluster = defineService({
  kind: 'dax-cluster',
  title: 'DynamoDB Accelerator (DAX) cluster',
  words: 'dax dynamodb accelerator cache microseconds in-memory',
  category: 'database',
  icon: 'AmazonDynamoDB',
  cloudFormation: ['AWS::DAX::Cluster', 'AWS::DAX::SubnetGroup', 'AWS::DAX::ParameterGroup'],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    nodeType: text({
      default: 'dax.t3.small',
      required: true,
      pattern: '^dax\\.[a-z0-9]+\\.[a-z0-9]+$',
      help: 'Processor and memory of each node. t3 for trying out, r5 or r7i for a steady load. Cannot be changed later.',
      cfn: 'NodeType',
    }),
    replicationFactor: integer({
      default: 3,
      required: true,
      min: 1,
      max: 11,
      unit: 'nodes',
      help: 'One node takes the writes, the others answer reads as well. Three, each in its own zone, survive the loss of a zone.',
      cfn: 'ReplicationFactor',
    }),
    clusterEndpointEncryptionType: choice(['NONE', 'TLS'], {
      default: 'TLS',
      // CloudFormation would take NONE.
      emitDefault: true,
      help: 'TLS: clients connect to port 9111, encrypted; the DAX client must be a version that can. NONE: port 8111. Cannot be changed later.',
      cfn: 'ClusterEndpointEncryptionType',
    }),
    sseEnabled: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      help: 'Encrypts what the nodes write to disk. Cannot be changed later.',
      cfn: 'SSESpecification.SSEEnabled',
    }),
    itemTtl: integer({
      default: defaultTtlMs,
      min: 0,
      unit: 'ms',
      help: 'How long an item is answered from memory: five minutes unless you say otherwise. 0: until it is pushed out.',
    }),
    queryTtl: integer({
      default: defaultTtlMs,
      min: 0,
      unit: 'ms',
      help: 'How long the result of a query or scan is answered from memory. Writing an item does not change it.',
    }),
    clusterName: text({
      maxLength: 20,
      pattern: '^[a-z](?!.*--)(?:[a-z0-9-]{0,18}[a-z0-9])?$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'ClusterName',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'attrArn' },
    name: { cfn: 'Ref', cdk: 'ref' },
    /** `daxs://…`: what the client connects to, port included. */
    endpointUrl: {
      cfn: 'ClusterDiscoveryEndpointURL',
      cdk: 'attrClusterDiscoveryEndpointUrl',
    },
    /** The table behind it, whose name each request carries; empty without one. */
    tableName: {
      cfn: (scope) => cachedTable(scope)?.attribute('name') ?? '',
      cdk: (_construct, scope) => codeOf(cachedTable(scope)?.attribute('name') ?? ''),
    },
  },
  clients: [
    {
      variables: ['DAX_ENDPOINT'],
      what: 'DAX cluster',
      own: 'use its client in place of that of DynamoDB',
    },
  ],
  summary: (read) =>
    [
      String(read('nodeType')),
      read('replicationFactor') === 1 ? '1 node' : `${String(read('replicationFactor'))} nodes`,
    ].join(' · '),
  explain:
    'DAX keeps items and query results of DynamoDB tables in memory and answers in microseconds instead of milliseconds. Code talks to it as it talks to DynamoDB, with a client of its own; what is not in memory DAX fetches from the table, and writes go through it. It stands in your VPC, so a function has to be there too. Strongly consistent reads and transactions pass through to the table and gain nothing.',
  cost: 'By the hour for each node, used or not.',
  limits: [
    '11 nodes in a cluster: one for writes, ten more for reads.',
    'Tables of its own Region and account only.',
    'Node type and encryption cannot be changed after creation.',
  ],
  docs: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.html',
  emit: emitDaxCluster,
});
