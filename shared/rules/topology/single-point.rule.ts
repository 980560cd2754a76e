import { dominators, type Flow, flowOf, spread } from '../../graph/flow.ts';
import { hasEgress } from '../../graph/network.ts';
import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { isSynchronous } from '../delivery.ts';
import { connection, design, type ExampleItem, inside, node, settings } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { type Connection, defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { isEntry } from './entries.ts';

/** What people want in the end: data, or a service of somebody else. */
const goals = new Set(['dynamodb-table', 's3-bucket', 'rds-instance', 'external-endpoint']);

/** Databases in one zone without a copy elsewhere. */
const loneDatabases = (graph: Graph): readonly Node[] =>
  graph
    .nodes('rds-instance')
    .filter(
      (node) =>
        graph.boolean(node, 'multiAz') === false &&
        graph.outgoing(node, { type: 'rds-instance--rds-instance' }).length === 0 &&
        graph.incoming(node, { type: 'rds-instance--rds-instance' }).length === 0,
    );

/** NAT gateways in one zone that are the only one of their VPC. */
const loneGateways = (graph: Graph): readonly Node[] => {
  const all = graph.nodes('nat-gateway');
  const ofVpc = new Map<string, number>();
  for (const gateway of all) {
    const vpc = graph.vpc(gateway)?.id ?? '';
    ofVpc.set(vpc, (ofVpc.get(vpc) ?? 0) + 1);
  }
  return all.filter(
    (gateway) =>
      ofVpc.get(graph.vpc(gateway)?.id ?? '') === 1 &&
      graph.text(gateway, 'connectivityType') === 'public' &&
      graph.text(gateway, 'availabilityMode') === 'zonal',
  );
};

/** True when whoever starts the connection waits, so that a failure comes back to it. */
const waitsFor = (graph: Graph, catalog: CatalogFacts, link: Connection): boolean => {
  const entry = catalog.connectionType(link.type);
  if (entry?.delivery !== 'sync') return false;
  return entry.mechanism !== 'direct-invoke' || isSynchronous(graph, catalog, link) === true;
};

/** For each node that all ways to some goal pass, such a goal. */
const goalsBehind = (flow: Flow, starts: readonly number[]): ReadonlyMap<number, Node> => {
  const above = dominators(flow, starts);
  const found = new Map<number, Node>();
  for (const [place, node] of flow.nodes.entries()) {
    if (!goals.has(node.kind)) continue;
    for (let at = above[place] ?? -1; at !== -1 && !found.has(at); at = above[at] ?? -1)
      found.set(at, node);
  }
  return found;
};

/** For each VPC a function in it that calls somebody on the internet, and that an entry leads to. */
const callersOut = (graph: Graph, flow: Flow, reached: readonly number[]) => {
  const found = new Map<string, { readonly place: number; readonly target: Node }>();
  for (const call of graph.connections('http-call')) {
    const fn = graph.source(call);
    const target = graph.target(call);
    if (fn?.kind !== 'lambda' || target?.kind !== 'external-endpoint') continue;
    const place = flow.placeOf(fn.id) ?? -1;
    const vpc = graph.vpc(fn);
    if (!vpc || found.has(vpc.id) || (reached[place] ?? -1) === -1) continue;
    if (hasEgress(graph, fn) === true) found.set(vpc.id, { place, target });
  }
  return found;
};

const shop = (database: object, ...more: readonly ExampleItem[]) =>
  design(
    node('client', 'app'),
    node('http-api', 'api', { name: 'api' }),
    inside(
      node('vpc', 'net', { natGateways: 0 }),
      inside(
        node('subnet', 'data', { subnetType: 'isolated' }),
        node('lambda', 'order'),
        node('rds-instance', 'db', { ...database }),
      ),
    ),
    connection('client--http-api', 'app', 'api'),
    connection('http-api--lambda', 'api', 'order'),
    connection('lambda--rds-instance--network', 'order', 'db'),
    ...more,
  );
const reserved = (reservedConcurrency: number | { Ref: string }) =>
  design(
    node('client', 'app'),
    node('http-api', 'api', { name: 'api' }),
    node('lambda', 'order', { reservedConcurrency }),
    node('dynamodb-table', 'orders'),
    connection('client--http-api', 'app', 'api'),
    connection('http-api--lambda', 'api', 'order'),
    connection('lambda--dynamodb-table', 'order', 'orders'),
  );

export const topologySinglePoint = defineRule({
  meta: {
    id: 'topology/single-point',
    severity: 'warning',
    messages: {
      database:
        '{node} is a single point: if its Availability Zone fails, {entry} gets no answer that needs it; make it redundant.',
      gateway:
        '{node} is a single point: if its Availability Zone fails, {entry} gets no answer that needs {target}; add a second gateway in another zone.',
      oneAtATime:
        '{node} is a single point: all that {entry} wants of {target} goes through it, and it runs only once at a time; let it run more often.',
    },
    explain:
      'Serverless services are redundant by themselves, but one server-like part in the middle decides about the availability of the whole: the chain is as strong as its weakest link. A function with a reserved concurrency of one is such a part too, since it turns the second request away while it works on the first. In a design of the stage dev or workshop nobody asks for this.',
    docs: {
      title: 'REL10-BP01 Deploy the workload to multiple locations',
      url: 'https://docs.aws.amazon.com/wellarchitected/2023-04-10/framework/rel_fault_isolation_multiaz_region_system.html',
    },
    overlaps: ['AwsSolutions-RDS3', 'CKV_AWS_157'],
  },
  on: wholeDesign(),
  check(_, graph, report, { catalog }) {
    const { stage } = graph.settings;
    if (stage === 'dev' || stage === 'workshop') return;
    const databases = loneDatabases(graph);
    const gateways = loneGateways(graph);
    const functions = graph
      .nodes('lambda')
      .filter((node) => graph.number(node, 'reservedConcurrency') === 1);
    if (databases.length + gateways.length + functions.length === 0) return;

    const flow = flowOf(graph, (link) => waitsFor(graph, catalog, link));
    const starts = flow.nodes.flatMap(({ kind }, place) =>
      // People wait for an answer; the clock and events come again.
      kind === 'client' ||
      kind === 'user' ||
      (flow.incoming[place] === 0 && kind !== 'schedule' && isEntry(kind, 1))
        ? [place]
        : [],
    );
    const reached = spread(flow, starts);
    const entryOf = (place: number | undefined): Node | undefined =>
      place === undefined ? undefined : flow.nodes[reached[place] ?? -1];

    for (const database of databases) {
      const entry = entryOf(flow.placeOf(database.id));
      if (entry)
        report({
          message: 'database',
          at: database,
          property: 'multiAz',
          data: { node: named(database), entry: named(entry) },
          fixes: [{ title: 'Switch Multi-AZ on', edit: setProperty(database.id, 'multiAz', true) }],
        });
    }
    const out = gateways.length > 0 ? callersOut(graph, flow, reached) : undefined;
    for (const gateway of gateways) {
      const caller = out?.get(graph.vpc(gateway)?.id ?? '');
      const entry = entryOf(caller?.place);
      if (caller && entry)
        report({
          message: 'gateway',
          at: gateway,
          property: 'availabilityMode',
          data: { node: named(gateway), entry: named(entry), target: named(caller.target) },
        });
    }
    const behind = functions.length > 0 ? goalsBehind(flow, starts) : undefined;
    for (const fn of functions) {
      const place = flow.placeOf(fn.id);
      const goal = place === undefined ? undefined : behind?.get(place);
      const entry = entryOf(place);
      if (goal && entry)
        report({
          message: 'oneAtATime',
          at: fn,
          property: 'reservedConcurrency',
          data: { node: named(fn), entry: named(entry), target: named(goal) },
          fixes: [
            {
              title: 'Take away the reserved concurrency',
              edit: unsetProperty(fn.id, 'reservedConcurrency'),
            },
          ],
        });
    }
  },
  examples: {
    good: [
      { title: 'a Multi-AZ database', design: shop({ multiAz: true }) },
      { title: 'a setting by a parameter', design: shop({ multiAz: { Ref: 'Safe' } }) },
      { title: 'a workshop', design: shop({}, settings({ stage: 'workshop' })) },
      {
        title: 'a database that no client waits for',
        design: design(
          node('sqs-queue', 'jobs'),
          inside(
            node('vpc', 'net', { natGateways: 0 }),
            inside(
              node('subnet', 'data', { subnetType: 'isolated' }),
              node('lambda', 'store'),
              node('rds-instance', 'db'),
            ),
          ),
          connection('sqs-queue--lambda', 'jobs', 'store'),
          connection('lambda--rds-instance--network', 'store', 'db'),
        ),
      },
      { title: 'a concurrency by a parameter', design: reserved({ Ref: 'Most' }) },
      {
        title: 'another way to the table',
        design: design(
          node('client', 'app'),
          node('http-api', 'api', { name: 'api' }),
          node('lambda', 'one', { reservedConcurrency: 1 }),
          node('lambda', 'two'),
          node('dynamodb-table', 'orders'),
          connection('client--http-api', 'app', 'api'),
          connection('http-api--lambda', 'api', 'one', { path: '/one' }),
          connection('http-api--lambda', 'api', 'two', { path: '/two' }),
          connection('lambda--dynamodb-table', 'one', 'orders'),
          connection('lambda--dynamodb-table', 'two', 'orders'),
        ),
      },
    ],
    bad: [
      { title: 'a database in one zone', design: shop({}), expect: ['database'] },
      { title: 'a function that runs once at a time', design: reserved(1), expect: ['oneAtATime'] },
      {
        title: 'one NAT gateway to a foreign API',
        design: design(
          node('client', 'app'),
          node('http-api', 'api', { name: 'api' }),
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'open', { subnetType: 'public' }), node('nat-gateway', 'nat')),
            inside(node('subnet', 'private'), node('lambda', 'order')),
          ),
          node('external-endpoint', 'payments', { url: 'https://payments.example' }),
          connection('client--http-api', 'app', 'api'),
          connection('http-api--lambda', 'api', 'order'),
          connection('lambda--external-endpoint', 'order', 'payments'),
        ),
        expect: ['gateway'],
      },
    ],
  },
});
