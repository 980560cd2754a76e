import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Connection, Design, Node } from '../model/design.ts';
import type { ConnectionId, NodeId } from '../model/ids.ts';
import type { Graph } from './graph.ts';
import { createGraph } from './incremental-graph.ts';
import { designOf, smallFacts } from './testing/small-designs.ts';

const nodeIds = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const connectionIds = ['r', 's', 't', 'u', 'v'] as const;
const kinds = [
  'lambda',
  'queue',
  'region',
  'vpc',
  'subnet',
  'security-group',
  'lambda-edge',
  'unknown',
];
const types = [
  'queue--lambda',
  'lambda--queue',
  'queue--queue',
  'lambda--subnet',
  'endpoint--vpc',
  'security-group--lambda',
  'unheard-of',
];
const nodeId = fc.constantFrom(...nodeIds) as unknown as fc.Arbitrary<NodeId>;
const connectionId = fc.constantFrom(...connectionIds) as unknown as fc.Arbitrary<ConnectionId>;
const properties = fc.constantFrom(
  {},
  { timeout: 5 },
  { timeout: 'five', on: true },
  { code: 'eu-central-1', other: 'a' },
  { code: { Ref: 'Region' }, name: 'r' },
);
const parent = fc.option(nodeId, { nil: undefined, freq: 2 });
const coordinate = fc.integer({ min: 0, max: 3 });
const position = fc.record({ x: coordinate, y: coordinate });
const node: fc.Arbitrary<Node> = fc
  .record({
    id: nodeId,
    kind: fc.constantFrom(...kinds),
    name: fc.constantFrom('One', 'Two'),
    position,
    properties,
    parent,
  })
  .map(({ parent: inside, ...rest }) => ({
    ...rest,
    ...(inside !== undefined && { parent: inside }),
  }));
const connection: fc.Arbitrary<Connection> = fc.record({
  id: connectionId,
  type: fc.constantFrom(...types),
  from: nodeId,
  to: nodeId,
  properties,
});

/** Edits on arrays: additions may repeat an id, so that duplicates come and go too. */
const edit = fc.oneof(
  fc.record({ what: fc.constant('add node' as const), node, at: fc.nat(6) }),
  fc.record({ what: fc.constant('add connection' as const), connection, at: fc.nat(6) }),
  fc.record({ what: fc.constant('replace node' as const), node, at: fc.nat(6) }),
  fc.record({ what: fc.constant('replace connection' as const), connection, at: fc.nat(6) }),
  fc.record({ what: fc.constant('move' as const), at: fc.nat(6), position }),
  fc.record({ what: fc.constant('remove node' as const), at: fc.nat(6) }),
  fc.record({ what: fc.constant('remove connection' as const), at: fc.nat(6) }),
  fc.record({ what: fc.constant('swap nodes' as const), at: fc.nat(6) }),
  fc.record({
    what: fc.constant('settings' as const),
    region: fc.constantFrom('eu-west-1', 'us-west-2'),
    name: fc.constantFrom('A', 'B'),
  }),
);
type Change = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const without = <T>(items: readonly T[], at: number) => items.filter((_, index) => index !== at);
const insert = <T>(items: readonly T[], at: number, item: T) => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
];
const change = <T>(items: readonly T[], at: number, to: (item: T) => T) =>
  items.map((item, index) => (index === at ? to(item) : item));

const apply = (design: Design, by: Change): Design => {
  const { nodes, connections } = design;
  switch (by.what) {
    case 'add node':
      return { ...design, nodes: insert(nodes, by.at, by.node) };
    case 'add connection':
      return { ...design, connections: insert(connections, by.at, by.connection) };
    case 'replace node':
      return { ...design, nodes: change(nodes, by.at, ({ id }) => ({ ...by.node, id })) };
    case 'replace connection':
      return {
        ...design,
        connections: change(connections, by.at, ({ id }) => ({ ...by.connection, id })),
      };
    case 'move':
      return {
        ...design,
        nodes: change(nodes, by.at, (old) => ({ ...old, position: by.position })),
      };
    case 'remove node':
      return { ...design, nodes: without(nodes, by.at) };
    case 'remove connection':
      return { ...design, connections: without(connections, by.at) };
    case 'swap nodes':
      return { ...design, nodes: [...nodes.slice(by.at), ...nodes.slice(0, by.at)] };
    case 'settings':
      return { ...design, region: by.region, name: by.name };
  }
};

type Question = readonly [string, (graph: Graph) => unknown];
const questions: readonly Question[] = [
  ['settings', (graph) => graph.settings],
  ['nodes', (graph) => graph.nodes()],
  ['connections', (graph) => graph.connections()],
  ['duplicates', (graph) => [...graph.duplicates()].sort((a, b) => (a.id < b.id ? -1 : 1))],
  ...kinds.map((kind): Question => [`nodes ${kind}`, (graph) => graph.nodes(kind)]),
  ['nodes of two kinds', (graph) => graph.nodes('vpc', 'lambda')],
  ['mappings', (graph) => graph.connections('event-source-mapping')],
  ['two mechanisms', (graph) => graph.connections('dead-letter', 'network-placement')],
  ...connectionIds.flatMap((id): readonly Question[] => {
    const of = <T>(graph: Graph, ask: (it: Connection) => T) => {
      const found = graph.connection(id);
      return found && ask(found);
    };
    return [
      [`connection ${id}`, (graph) => graph.connection(id)],
      [`source ${id}`, (graph) => of(graph, (it) => graph.source(it))],
      [`target ${id}`, (graph) => of(graph, (it) => graph.target(it))],
      [`timeout of ${id}`, (graph) => of(graph, (it) => graph.number(it, 'timeout'))],
    ];
  }),
  ...nodeIds.flatMap((id): readonly Question[] => {
    const of = <T>(graph: Graph, ask: (it: Node) => T) => {
      const found = graph.node(id);
      return found && ask(found);
    };
    return [
      [`node ${id}`, (graph) => graph.node(id)],
      [`outgoing ${id}`, (graph) => graph.outgoing(id as NodeId)],
      [`incoming ${id}`, (graph) => graph.incoming(id as NodeId)],
      [`outgoing ${id} to queues`, (graph) => graph.outgoing(id as NodeId, { kind: 'queue' })],
      [
        `incoming ${id} by mechanism`,
        (graph) => graph.incoming(id as NodeId, { mechanism: 'dead-letter' }),
      ],
      [
        `how many outgoing ${id} to lambdas`,
        (graph) => graph.outgoing(id as NodeId, { kind: ['lambda'] }).length,
      ],
      [`targets ${id}`, (graph) => graph.targets(id as NodeId)],
      [`sources ${id}`, (graph) => graph.sources(id as NodeId, { type: 'queue--queue' })],
      [`children ${id}`, (graph) => graph.children(id as NodeId)],
      [`parent ${id}`, (graph) => graph.parent(id as NodeId)],
      [`ancestors ${id}`, (graph) => graph.ancestors(id as NodeId)],
      [`vpc around ${id}`, (graph) => graph.container(id as NodeId, 'vpc')],
      [`region ${id}`, (graph) => graph.region(id as NodeId)],
      [`subnets ${id}`, (graph) => graph.subnets(id as NodeId)],
      [`vpc ${id}`, (graph) => graph.vpc(id as NodeId)],
      [`groups ${id}`, (graph) => graph.securityGroups(id as NodeId)],
      [`timeout ${id}`, (graph) => of(graph, (it) => graph.number(it, 'timeout'))],
      [`condition ${id}`, (graph) => of(graph, (it) => graph.text(it, 'only'))],
      [`reference ${id}`, (graph) => of(graph, (it) => graph.nodeRef(it, 'other'))],
      [`connection reference ${id}`, (graph) => of(graph, (it) => graph.connectionRef(it, 'name'))],
      [
        `region of the first target of ${id}`,
        (graph) => {
          const [first] = graph.targets(id as NodeId);
          return first && graph.region(first);
        },
      ],
    ];
  }),
];

/** An answer as a text, without what tracking ignores. */
const essence = (answer: unknown): string =>
  JSON.stringify(answer, (key, value: unknown) =>
    key === 'position' || key === 'size' ? undefined : value,
  ) ?? 'none';

const edits = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});
const start = fc
  .tuple(
    fc.uniqueArray(node, { selector: ({ id }) => id }),
    fc.uniqueArray(connection, { selector: ({ id }) => id }),
  )
  .map(([nodes, connections]) => designOf(nodes, connections));

test('after any edits it answers as a graph made afresh', () => {
  fc.assert(
    fc.property(start, edits, (first, steps) => {
      let design = first;
      const graph = createGraph(smallFacts, design);
      for (const step of steps) {
        design = step.reduce(apply, design);
        graph.update(design);
        const fresh = createGraph(smallFacts, design);
        for (const [name, ask] of questions) expect(ask(graph), name).toEqual(ask(fresh));
      }
    }),
    { numRuns: 300 },
  );
});

test('whoever would get another answer is among the readers', () => {
  fc.assert(
    fc.property(start, edits, (first, steps) => {
      let design = first;
      const graph = createGraph(smallFacts, design);
      const answers: string[] = [];
      const answer = (run: number) =>
        graph.track(run, () => {
          answers[run] = essence(questions[run]?.[1](graph));
        });
      questions.forEach((_, run) => {
        answer(run);
      });
      for (const step of steps) {
        design = step.reduce(apply, design);
        const readers = new Set(graph.readersOf(graph.update(design).keys));
        questions.forEach(([name, ask], run) => {
          const now = essence(ask(graph));
          if (now !== answers[run]) expect(readers.has(run), name).toBe(true);
        });
        for (const run of readers) answer(run);
      }
    }),
    { numRuns: 300 },
  );
});

test('what an update says of subjects is complete', () => {
  fc.assert(
    fc.property(start, edits, (first, steps) => {
      let design = first;
      const graph = createGraph(smallFacts, design);
      const shapes = () =>
        new Map([
          ...graph.nodes().map(({ id, kind }): [string, string] => [id, kind]),
          ...graph
            .connections()
            .map((it): [string, string] => [
              it.id,
              `${it.type} ${graph.source(it)?.kind} ${it.from} ${graph.target(it)?.kind} ${it.to}`,
            ]),
        ]);
      let before = shapes();
      for (const step of steps) {
        design = step.reduce(apply, design);
        const { nodes, connections } = graph.update(design);
        const after = shapes();
        for (const id of new Set([...before.keys(), ...after.keys()]))
          if (before.get(id) !== after.get(id))
            expect(nodes.has(id) || connections.has(id), id).toBe(true);
        before = after;
      }
    }),
    { numRuns: 300 },
  );
});

test('what went leaves nothing behind, but what somebody asked for', () => {
  const base = designOf([], []);
  const graph = createGraph(smallFacts, base);
  graph.track(0, () => graph.node('wanted'));
  /** Keys are counted up: a graph that forgets nothing needs new ones for each id. */
  const highest = (keys: ReadonlySet<number>): number => Math.max(0, ...keys);
  let most = 0;
  for (let round = 0; round < 3000; round++) {
    const [a, b] = [`a-${round}` as NodeId, `b-${round}` as NodeId];
    const item = (id: NodeId) => ({ id, kind: 'queue', name: id, position: { x: 0, y: 0 } });
    const { keys } = graph.update({
      ...base,
      nodes: [item(a), item(b)].map((made) => ({ ...made, properties: {} })),
      connections: [
        {
          id: `line-${round}` as ConnectionId,
          type: 'queue--queue',
          from: a,
          to: b,
          properties: {},
        },
      ],
    });
    most = Math.max(most, highest(keys));
    expect(graph.outgoing(a).map(({ to }) => to as string)).toEqual([b]);
    graph.update(base);
  }
  expect(most).toBeLessThan(6000);
  const { keys } = graph.update({
    ...base,
    nodes: [
      { id: 'wanted' as NodeId, kind: 'queue', name: '', position: { x: 0, y: 0 }, properties: {} },
    ],
  });
  expect(graph.readersOf(keys)).toEqual([0]);
});
