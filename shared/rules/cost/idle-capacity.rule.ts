import { availabilityZoneCount, natGateways, subnetType } from '../../graph/network.ts';
import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, inside, node, settings } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { counted, named } from '../text.ts';
import { databaseInstance, monthly } from './prices.ts';

/** Capacity of a table that the free tier of an account covers. */
const freeUnits = 25;
const openEngines = new Set(['postgres', 'mysql', 'mariadb']);

/** What a node costs that nobody uses: in USD a month where it is known; undefined when nothing is billed. */
interface Idle {
  readonly monthly: number | undefined;
  readonly property?: string;
  readonly fixes?: readonly Fix[];
}

const functionIdle = (graph: Graph, fn: Node): Idle | undefined => {
  const count = graph.number(fn, 'provisionedConcurrency');
  if (count === undefined || count <= 0) return undefined;
  const memory = graph.number(fn, 'memorySize');
  const architecture = graph.text(fn, 'architecture');
  const price = architecture === 'x86_64' ? 'x86_64' : 'arm64';
  return {
    monthly:
      memory === undefined || architecture === undefined
        ? undefined
        : (count * memory * monthly.provisionedGigabyte[price]) / 1024,
    property: 'provisionedConcurrency',
    fixes: [
      {
        title: 'Take away the provisioned concurrency',
        edit: unsetProperty(fn.id, 'provisionedConcurrency'),
      },
    ],
  };
};

const tableIdle = (graph: Graph, table: Node): Idle | undefined => {
  if (graph.text(table, 'billingMode') !== 'PROVISIONED') return undefined;
  const read = graph.number(table, 'readCapacity') ?? 0;
  const write = graph.number(table, 'writeCapacity') ?? 0;
  if (read <= freeUnits && write <= freeUnits) return undefined;
  return {
    monthly:
      Math.max(0, read - freeUnits) * monthly.readUnit +
      Math.max(0, write - freeUnits) * monthly.writeUnit,
    property: 'billingMode',
    fixes: [
      {
        title: 'Pay by the request',
        edit: setProperty(table.id, 'billingMode', 'PAY_PER_REQUEST'),
      },
    ],
  };
};

const streamIdle = (graph: Graph, stream: Node): Idle | undefined => {
  const mode = graph.text(stream, 'streamMode');
  if (mode === 'ON_DEMAND') return { monthly: monthly.onDemandStream };
  if (mode !== 'PROVISIONED') return { monthly: undefined };
  const shards = graph.number(stream, 'shardCount');
  return { monthly: shards === undefined ? undefined : shards * monthly.shard };
};

const databaseIdle = (graph: Graph, database: Node): Idle => {
  const type = graph.text(database, 'instanceClass') ?? '';
  const engine = graph.text(database, 'engine') ?? '';
  const multiAz = graph.boolean(database, 'multiAz');
  const storage = graph.number(database, 'allocatedStorage');
  const instance = Object.hasOwn(databaseInstance, type) ? databaseInstance[type] : undefined;
  const isKnown = openEngines.has(engine) && multiAz !== undefined && storage !== undefined;
  return {
    monthly:
      isKnown && instance !== undefined
        ? (multiAz ? 2 : 1) * (instance + storage * monthly.databaseGigabyte)
        : undefined,
  };
};

/** Serverless v2 that may pause costs nothing while nobody is connected. */
const auroraIdle = (graph: Graph, cluster: Node): Idle | undefined => {
  const mode = graph.text(cluster, 'capacityMode');
  if (mode === undefined) return undefined;
  if (mode === 'provisioned') return { monthly: undefined };
  const least = graph.number(cluster, 'minCapacity');
  if (least === undefined || least === 0) return undefined;
  return {
    monthly: undefined,
    property: 'minCapacity',
    fixes: [{ title: 'Let the cluster pause', edit: setProperty(cluster.id, 'minCapacity', 0) }],
  };
};

const endpointIdle = (graph: Graph, endpoint: Node): Idle | undefined => {
  if (graph.text(endpoint, 'vpcEndpointType') !== 'Interface') return undefined;
  const zones = availabilityZoneCount(graph, endpoint);
  return {
    monthly: zones === undefined ? undefined : Math.max(1, zones) * monthly.interfaceEndpoint,
  };
};

/** Gateways that a VPC gets without anyone drawing them: when subnets want a way out. */
const impliedGateways = (graph: Graph, vpc: Node): number | undefined => {
  const isWanted = graph
    .children(vpc)
    .some((child) => child.kind === 'subnet' && subnetType(graph, child) === 'private-with-egress');
  if (!isWanted || natGateways(graph, vpc).length > 0) return undefined;
  const [count, zones] = [graph.number(vpc, 'natGateways'), graph.number(vpc, 'maxAzs')];
  return count === undefined || zones === undefined ? undefined : Math.min(count, zones);
};

const idleOf = (graph: Graph, node: Node): Idle | undefined => {
  switch (node.kind) {
    case 'lambda':
      return functionIdle(graph, node);
    case 'dynamodb-table':
      return tableIdle(graph, node);
    case 'kinesis-stream':
      return streamIdle(graph, node);
    case 'rds-instance':
      return databaseIdle(graph, node);
    case 'aurora-cluster':
      return auroraIdle(graph, node);
    case 'elasticache':
      return graph.text(node, 'deployment') === 'node-based' ? { monthly: undefined } : undefined;
    case 'dax-cluster':
      return { monthly: undefined };
    case 'rds-proxy':
      return { monthly: monthly.databaseProxy };
    case 'nat-gateway':
      return { monthly: monthly.natGateway };
    case 'alb':
    case 'nlb':
      return { monthly: monthly.loadBalancer };
    case 'vpc-endpoint':
      return endpointIdle(graph, node);
    default:
      return undefined;
  }
};

const workshop = (...items: readonly ExampleItem[]) =>
  design(...items, settings({ stage: 'workshop' }));

export const costIdleCapacity = defineRule({
  meta: {
    id: 'cost/idle-capacity',
    severity: 'info',
    messages: {
      idle: '{node} costs about {monthly} USD a month even without traffic; remove it after the exercise, or use something that is paid by the request.',
      impliedGateways:
        '{node} gets {gateways}, which cost about {monthly} USD a month even without traffic; remove them after the exercise, or use subnets without a way out.',
      idleSomehow:
        '{node} is billed by the hour even without traffic; remove it after the exercise, or use something that is paid by the request.',
    },
    explain:
      'Serverless in the strict sense costs nothing while nobody uses it. These parts are billed by the hour. In the account of a workshop forgotten NAT gateways and databases make most of the bill. The amounts are list prices of us-east-1. The rule speaks in designs of the stage dev or workshop only.',
    docs: {
      title: 'COST03-BP02 Implement efficient resource lifecycle management',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/cost03-bp02.html',
    },
  },
  on: nodes(
    'lambda',
    'dynamodb-table',
    'kinesis-stream',
    'rds-instance',
    'aurora-cluster',
    'elasticache',
    'dax-cluster',
    'rds-proxy',
    'nat-gateway',
    'vpc-endpoint',
    'alb',
    'nlb',
    'vpc',
  ),
  check(node, graph, report) {
    const { stage } = graph.settings;
    if (stage !== 'dev' && stage !== 'workshop') return;
    if (node.kind === 'vpc') {
      const count = impliedGateways(graph, node) ?? 0;
      const cost = Math.round(count * monthly.natGateway);
      if (count > 0)
        report({
          message: 'impliedGateways',
          property: 'natGateways',
          data: { node: named(node), gateways: counted(count, 'NAT gateway'), monthly: cost },
        });
      return;
    }
    const idle = idleOf(graph, node);
    if (!idle) return;
    const found = { property: idle.property, fixes: idle.fixes };
    if (idle.monthly === undefined)
      report({ message: 'idleSomehow', data: { node: named(node) }, ...found });
    else {
      const cost = Math.max(1, Math.round(idle.monthly));
      report({ message: 'idle', data: { node: named(node), monthly: cost }, ...found });
    }
  },
  examples: {
    good: [
      {
        title: 'a table that is paid by the request',
        design: workshop(node('dynamodb-table', 'orders')),
      },
      {
        title: 'a provisioned concurrency by a parameter',
        design: workshop(node('lambda', 'worker', { provisionedConcurrency: { Ref: 'Warm' } })),
      },
      {
        title: 'a table within the free tier',
        design: workshop(node('dynamodb-table', 'orders', { billingMode: 'PROVISIONED' })),
      },
      {
        title: 'production',
        design: design(node('kinesis-stream', 'clicks'), settings({ stage: 'prod' })),
      },
    ],
    bad: [
      {
        title: 'subnets with a way out',
        design: workshop(inside(node('vpc', 'net'), node('subnet', 'private'))),
        expect: ['impliedGateways'],
      },
      {
        title: 'provisioned concurrency',
        design: workshop(node('lambda', 'worker', { provisionedConcurrency: 10 })),
        expect: ['idle'],
      },
      {
        title: 'a provisioned table and a stream',
        design: workshop(
          node('dynamodb-table', 'orders', {
            billingMode: 'PROVISIONED',
            readCapacity: 100,
            writeCapacity: 100,
          }),
          node('kinesis-stream', 'clicks'),
        ),
        expect: ['idle', 'idle'],
      },
      {
        title: 'a database behind a proxy, a NAT gateway and an endpoint',
        design: workshop(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'open', { subnetType: 'public' }), node('nat-gateway', 'nat')),
            inside(
              node('subnet', 'data'),
              node('rds-instance', 'db'),
              node('rds-proxy', 'proxy'),
              node('vpc-endpoint', 'to-secrets', { service: 'secretsmanager' }),
            ),
          ),
          connection('rds-proxy--rds-instance', 'proxy', 'db'),
        ),
        expect: ['idle', 'idle', 'idle', 'idle'],
      },
      {
        title: 'a database of a large class',
        design: workshop(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'data', { subnetType: 'isolated' }),
              node('rds-instance', 'db', { instanceClass: 'db.r6g.4xlarge' }),
            ),
          ),
        ),
        expect: ['idleSomehow'],
      },
    ],
  },
});
