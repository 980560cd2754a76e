import { type Flow, flowOf, spread } from '../../graph/flow.ts';
import { deleteItems } from '../../model/edits/index.ts';
import { type CatalogFacts, isReference } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { isEntry } from './entries.ts';

/** Kinds that do nothing, or hold nothing, until somebody starts or fills them. */
const passive = new Set([
  'lambda',
  'state-machine',
  'sqs-queue',
  'sns-topic',
  'dynamodb-table',
  's3-bucket',
]);

/** By these a node gets what is left over: copies, logs, what failed. */
const leftovers = new Set([
  'dead-letter',
  'failure-destination',
  'logging',
  'backup',
  'replication',
  'data-export',
]);

/** True when the settings say, or leave open, that somebody outside the design uses the node. */
const isUsedFromOutside = (graph: Graph, node: Node): boolean => {
  switch (node.kind) {
    case 'lambda':
      return graph.text(node, 'functionUrlAuth') !== 'disabled';
    case 's3-bucket':
      return (
        graph.boolean(node, 'websiteHosting') !== false ||
        graph.boolean(node, 'publicWebsite') !== false
      );
    case 'dynamodb-table':
      return graph.boolean(node, 'existing') !== false;
    case 'sqs-queue':
      return graph.boolean(node, 'isDeadLetterQueue') !== false;
    default:
      return false;
  }
};

/** True for what only gets leftovers, and for what only deployment uses, such as a bucket of code. */
const isAside = (graph: Graph, catalog: CatalogFacts, node: Node): boolean =>
  graph.incoming(node).some((way) => leftovers.has(graph.mechanism(way) ?? '')) ||
  graph
    .outgoing(node)
    .some(
      ({ type }) =>
        catalog.connectionType(type)?.delivery === 'config' && node.kind === 's3-bucket',
    );

/** The first nodes of what nothing leads to: where an arrow is missing. What they lead to needs no arrow of its own. */
const firstUnreached = (graph: Graph, catalog: CatalogFacts, flow: Flow): readonly Node[] => {
  const { nodes, incoming } = flow;
  const starts: number[] = [];
  let hasEntry = false;
  for (const [place, { kind }] of nodes.entries()) {
    const before = incoming[place] ?? 0;
    const isIn = isEntry(kind, before);
    if (isIn || (before === 0 && !passive.has(kind))) starts.push(place);
    hasEntry ||= isIn;
  }
  if (!hasEntry) return [];
  const reached = spread(flow, starts, spread(flow, flow.fromNowhere));
  const found: Node[] = [];
  // First those that no arrow leads to, then one of each circle that is left.
  for (const isFirst of [true, false])
    for (const [place, node] of nodes.entries()) {
      if (reached[place] !== -1 || (isFirst && incoming[place] !== 0)) continue;
      if (!passive.has(node.kind)) continue;
      spread(flow, [place], reached);
      const isAlone = incoming[place] === 0 && flow.targets[place]?.length === 0;
      if (isAlone || isUsedFromOutside(graph, node) || isAside(graph, catalog, node)) continue;
      found.push(node);
    }
  return found;
};

const fixesFor = (graph: Graph, catalog: CatalogFacts, node: Node): readonly Fix[] => {
  const timer =
    node.kind === 'lambda' || node.kind === 'state-machine'
      ? addNear(
          graph,
          catalog,
          `Start ${named(node)} by the clock`,
          node,
          { kind: 'schedule', name: `${node.name} schedule`, properties: {} },
          (id) => [{ type: `schedule--${node.kind}`, from: id, to: node.id, properties: {} }],
        )
      : [];
  return [
    ...timer,
    {
      title: `Remove ${named(node)}`,
      edit: deleteItems([node.id], { isReference: isReference(catalog) }),
    },
  ];
};

const shop = [
  node('client', 'app'),
  node('http-api', 'api', { name: 'api' }),
  node('lambda', 'order'),
  connection('client--http-api', 'app', 'api'),
  connection('http-api--lambda', 'api', 'order'),
];
const clean = (properties: object = {}) => [
  node('lambda', 'clean', { ...properties }),
  node('dynamodb-table', 'orders'),
  connection('lambda--dynamodb-table', 'clean', 'orders'),
];

export const topologyUnreachableFromEntry = defineRule({
  meta: {
    id: 'topology/unreachable-from-entry',
    severity: 'info',
    messages: {
      neverStarts:
        'Nothing in this design ever starts {node}; connect it to an entry such as an API, a schedule or an event.',
      neverFilled:
        'Nothing in this design ever puts something into {node}; connect it to whoever does, such as a client or a function.',
    },
    explain:
      'Following the arrows from the users, the timers and the events shows what can ever happen. A part that no path reaches is idle, or an arrow is missing or turned round. Where somebody outside the design does it, draw a client.',
    docs: { title: 'Rules about the shape of a design', url: 'docs/rules.md#topology' },
  },
  on: wholeDesign(),
  check(_, graph, report, { catalog }) {
    const flow = flowOf(graph, ({ type }) => {
      const entry = catalog.connectionType(type);
      return entry?.delivery !== 'config' || entry.mechanism === 'data-import';
    });
    for (const found of firstUnreached(graph, catalog, flow))
      report({
        message:
          found.kind === 'lambda' || found.kind === 'state-machine' ? 'neverStarts' : 'neverFilled',
        at: found,
        data: { node: named(found) },
        fixes: fixesFor(graph, catalog, found),
      });
  },
  examples: {
    good: [
      { title: 'a client, an API and a function', design: design(...shop) },
      { title: 'a sketch without an entry', design: design(...clean()) },
      {
        title: 'a function started by the clock',
        design: design(
          ...shop,
          ...clean(),
          node('schedule', 'nightly'),
          connection('schedule--lambda', 'nightly', 'clean'),
        ),
      },
      {
        title: 'a function URL by a parameter',
        design: design(...shop, ...clean({ functionUrlAuth: { Ref: 'Auth' } })),
      },
      {
        title: 'a queue for what failed',
        design: design(
          ...shop,
          node('sqs-queue', 'failed'),
          connection('lambda--sqs-queue--on-failure', 'order', 'failed'),
        ),
      },
      {
        title: 'a table that a bucket fills',
        design: design(
          ...shop,
          node('s3-bucket', 'dump'),
          node('dynamodb-table', 'items'),
          connection('s3-bucket--dynamodb-table', 'dump', 'items'),
          connection('lambda--dynamodb-table', 'order', 'items', { access: 'read' }),
        ),
      },
      {
        title: 'events of AWS',
        design: design(
          ...shop,
          ...clean(),
          node('event-rule', 'changed', { eventPattern: { source: ['aws.s3'] } }),
          connection('event-rule--lambda', 'changed', 'clean'),
        ),
      },
    ],
    bad: [
      {
        title: 'a function with outgoing connections only',
        design: design(...shop, ...clean()),
        expect: ['neverStarts'],
      },
      {
        title: 'two functions that only call one another',
        design: design(
          ...shop,
          node('lambda', 'ping'),
          node('lambda', 'pong'),
          connection('lambda--lambda--invoke', 'ping', 'pong'),
          connection('lambda--lambda--invoke', 'pong', 'ping'),
        ),
        expect: ['neverStarts'],
      },
      {
        title: 'a queue that nobody sends to',
        design: design(
          ...shop,
          node('sqs-queue', 'jobs'),
          node('lambda', 'work'),
          connection('sqs-queue--lambda', 'jobs', 'work'),
        ),
        expect: ['neverFilled'],
      },
    ],
  },
});
