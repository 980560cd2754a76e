import { type Cycle, cycles } from '../../graph/cycles.ts';
import { retargetConnection, setProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addBeside, startingProperties, whileThere } from '../fixes.ts';
import { design as wholeDesign } from '../on.ts';
import { type Connection, defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { passesEvents, patternMayMatch } from './event-flow.ts';

/** Without one of these a circle has no code that could keep it going. */
const runners = new Set(['lambda', 'pipe', 'state-machine']);
/** topology/s3-recursion speaks of loops through buckets. */
const carriers = new Set([
  ...runners,
  'sqs-queue',
  'sns-topic',
  'event-bus',
  'event-rule',
  'custom-event-bus',
  'event-subscriber',
  'dynamodb-table',
  'kinesis-stream',
]);

/** What takes from a bus only what fits its pattern. */
const selectors = new Set(['event-rule', 'event-subscriber']);

/** Connections in the circle that cannot carry it on: no rule matches, the function may run in circles, another kind. */
const deadEnds = (
  graph: Graph,
  catalog: CatalogFacts,
  { nodes, connections }: Cycle,
): readonly Connection[] => {
  const byId = new Map<string, Node>(nodes.map((node) => [node.id, node]));
  return connections.filter((connection) => {
    const source = byId.get(connection.from);
    const target = byId.get(connection.to);
    if (!source || !target) return true;
    if (!carriers.has(source.kind)) return true;
    if (source.kind === 'lambda' && graph.text(source, 'recursiveLoop') === 'Allow') return true;
    if (!selectors.has(target.kind)) return false;
    return !connections.some(
      (incoming) => incoming.to === source.id && patternMayMatch(graph, catalog, target, incoming),
    );
  });
};

/** The circles that can carry events, found by taking out dead ends until none is left. */
const eventLoops = (graph: Graph, catalog: CatalogFacts): readonly Cycle[] => {
  const dead = new Set<Connection>();
  for (;;) {
    const found = cycles(
      graph,
      (connection) => !dead.has(connection) && passesEvents(graph, catalog, connection),
    );
    const more = found.flatMap((cycle) => deadEnds(graph, catalog, cycle));
    if (more.length === 0) return found;
    for (const connection of more) dead.add(connection);
  }
};

/** The shortest way from the node back to itself, as connections. */
const roundTrip = (start: Node, connections: readonly Connection[]): readonly Connection[] => {
  let ways: readonly (readonly Connection[])[] = [[]];
  const seen = new Set<string>();
  while (ways.length > 0) {
    const longer: (readonly Connection[])[] = [];
    for (const way of ways) {
      const end = way.at(-1)?.to ?? start.id;
      for (const next of connections) {
        if (next.from !== end) continue;
        if (next.to === start.id) return [...way, next];
        if (seen.has(next.to)) continue;
        seen.add(next.to);
        longer.push([...way, next]);
      }
    }
    ways = longer;
  }
  return [];
};

const fixesFor = (graph: Graph, catalog: CatalogFacts, writing: Connection): readonly Fix[] => {
  const source = graph.source(writing);
  const target = graph.target(writing);
  const entry = target && catalog.kind(target.kind);
  if (!source || !target || !entry) return [];
  const name = `${target.name} results`;
  const properties = startingProperties(catalog, target.kind, name);
  const breakIt: Fix = {
    title: `Say that the loop ends between ${named(source)} and ${named(target)}`,
    edit: setProperty(writing.id, 'loopBreaker', true),
  };
  if (!properties || source.id === target.id) return [breakIt];
  return [
    {
      title: `Let ${named(source)} write to a new ${entry.title}`,
      edit: whileThere(
        [writing.id],
        addBeside(target.id, { kind: target.kind, name, properties }, (id) => [
          retargetConnection(writing.id, { to: id }),
        ]),
      ),
    },
    breakIt,
  ];
};

const loop = (queue: object, fn: object, back: object) =>
  design(
    node('sqs-queue', 'orders', { ...queue }),
    node('lambda', 'worker', { ...fn }),
    connection('sqs-queue--lambda', 'orders', 'worker'),
    connection('lambda--sqs-queue', 'worker', 'orders', { ...back }),
  );
const overBus = (source: string, eventPattern: object) =>
  design(
    node('event-bus', 'shop', { name: 'shop' }),
    node('event-rule', 'placed', { eventPattern: { ...eventPattern } }),
    node('lambda', 'worker'),
    connection('event-bus--event-rule', 'shop', 'placed'),
    connection('event-rule--lambda', 'placed', 'worker'),
    connection('lambda--event-bus', 'worker', 'shop', { source }),
  );

export const topologyEventLoop = defineRule({
  meta: {
    id: 'topology/event-loop',
    severity: 'warning',
    messages: {
      circle: 'Events run in a circle: {path}; break it with a filter, another target or a marker.',
    },
    explain:
      'A function that sends to the queue, topic, bus or table stream that invokes it feeds itself. Lambda detects loops through SQS, SNS, S3 and itself and stops them after about 16 rounds, but not loops through DynamoDB streams, Kinesis or EventBridge. Until then concurrency and bill grow. Loops that end by a condition in the code (a retry message, a second event type on one bus, an update filtered out of the stream) are legal and common, therefore this is a warning; mark them.',
    docs: {
      title: 'Use Lambda recursive loop detection to prevent infinite loops',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
    },
  },
  on: wholeDesign(),
  check(_, graph, report, { catalog }) {
    for (const { nodes, connections } of eventLoops(graph, catalog)) {
      const start = nodes.find(({ kind }) => runners.has(kind));
      const way = start ? roundTrip(start, connections) : [];
      const [writing] = way;
      if (!start || !writing) continue;
      const path = way.map((step) => named(graph.target(step)));
      report({
        message: 'circle',
        at: start,
        data: { path: [named(start), ...path].join(' → ') },
        fixes: fixesFor(graph, catalog, writing),
      });
    }
  },
  examples: {
    good: [
      {
        title: 'from one queue to another',
        design: design(
          node('sqs-queue', 'orders'),
          node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
          node('sqs-queue', 'results'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
          connection('lambda--sqs-queue', 'worker', 'results'),
        ),
      },
      { title: 'a loop that is marked as ending', design: loop({}, {}, { loopBreaker: true }) },
      {
        title: 'a function that may call itself',
        design: loop({}, { recursiveLoop: 'Allow' }, {}),
      },
      { title: 'a function that only reads', design: loop({}, {}, { access: 'consume' }) },
      {
        title: 'an event that the rule does not match',
        design: overBus('shop.results', { source: ['shop.orders'] }),
      },
      {
        title: 'a queue and its dead letters',
        design: design(
          node('sqs-queue', 'a'),
          node('sqs-queue', 'b'),
          connection('sqs-queue--sqs-queue', 'a', 'b'),
          connection('sqs-queue--sqs-queue', 'b', 'a'),
        ),
      },
    ],
    bad: [
      {
        title: 'a function that feeds its own queue',
        design: loop({}, {}, {}),
        expect: ['circle'],
      },
      {
        title: 'an event that the rule matches',
        design: overBus('shop.orders', { source: ['shop.orders'] }),
        expect: ['circle'],
      },
      {
        title: 'a pattern that nobody can read',
        design: overBus('shop.orders', { source: [{ prefix: 'other' }] }),
        expect: ['circle'],
      },
      {
        title: 'a table stream',
        design: design(
          node('dynamodb-table', 'items', { streamViewType: 'NEW_IMAGE' }),
          node('lambda', 'worker'),
          connection('dynamodb-table--lambda', 'items', 'worker'),
          connection('lambda--dynamodb-table', 'worker', 'items', { access: 'write' }),
        ),
        expect: ['circle'],
      },
    ],
  },
});
