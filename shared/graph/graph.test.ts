import { describe, expect, test } from 'vitest';
import type { NodeId } from '../model/ids.ts';
import { createGraph } from './incremental-graph.ts';
import { connection, designOf, node, smallFacts } from './testing/small-designs.ts';

const id = (text: string) => text as NodeId;
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const design = designOf(
  [
    node('worker', 'lambda', { timeout: 60 }),
    node('orders', 'queue'),
    node('failed', 'queue'),
    node('eu', 'region', { code: 'eu-central-1' }),
    node('net', 'vpc', {}, 'eu'),
    node('private', 'subnet', {}, 'net'),
    node('inside', 'lambda', { timeout: { Ref: 'Seconds' } }, 'private'),
    node('edge', 'lambda-edge', {}, 'eu'),
    node('group', 'security-group', {}, 'net'),
    node('endpoint', 'endpoint'),
  ],
  [
    connection('c2', 'queue--lambda', 'orders', 'worker', { timeout: 5 }),
    connection('c1', 'queue--queue', 'orders', 'failed'),
    connection('c3', 'lambda--queue', 'worker', 'orders'),
    connection('c4', 'lambda--subnet', 'worker', 'private'),
    connection('c5', 'security-group--lambda', 'group', 'worker'),
    connection('c6', 'endpoint--vpc', 'endpoint', 'net'),
    connection('c7', 'queue--lambda', 'orders', 'nowhere'),
    connection('c8', 'queue--lambda', 'orders', 'worker'),
  ],
);
const graph = createGraph(smallFacts, design);
const get = (id: string) => graph.node(id)!;
const link = (id: string) => graph.connection(id)!;

describe('the graph finds', () => {
  test('settings, and nothing else of the design', () => {
    expect(graph.settings).toEqual({ name: 'Test', region: 'eu-west-1' });
  });

  test('nodes and connections by id, kind and mechanism, sorted', () => {
    expect(get('worker').kind).toBe('lambda');
    expect(graph.node('missing')).toBeUndefined();
    expect(graph.connection('missing')).toBeUndefined();
    expect(graph.node('__proto__')).toBeUndefined();
    expect(ids(graph.nodes())).toEqual([...ids(design.nodes)].sort());
    expect(ids(graph.nodes('lambda'))).toEqual(['inside', 'worker']);
    expect(ids(graph.nodes('lambda', 'lambda-edge', 'lambda'))).toEqual([
      'edge',
      'inside',
      'worker',
    ]);
    expect(graph.nodes('toString')).toEqual([]);
    expect(ids(graph.connections())).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']);
    expect(ids(graph.connections('dead-letter', 'event-source-mapping'))).toEqual([
      'c1',
      'c2',
      'c7',
      'c8',
    ]);
  });

  test('connections of a node, filtered', () => {
    expect(ids(graph.outgoing(id('orders')))).toEqual(['c1', 'c2', 'c7', 'c8']);
    expect(ids(graph.outgoing(get('orders'), { mechanism: 'dead-letter' }))).toEqual(['c1']);
    expect(ids(graph.outgoing(id('orders'), { kind: ['lambda', 'vpc'] }))).toEqual(['c2', 'c8']);
    expect(ids(graph.incoming(id('worker'), { type: 'queue--lambda' }))).toEqual(['c2', 'c8']);
    expect(ids(graph.incoming(id('nowhere')))).toEqual(['c7']);
    expect(graph.outgoing(id('missing'))).toEqual([]);
  });

  test('neighbours, each once, and ends', () => {
    expect(ids(graph.targets(id('orders')))).toEqual(['failed', 'worker']);
    expect(ids(graph.sources(id('worker')))).toEqual(['group', 'orders']);
    expect(graph.target(link('c7'))).toBeUndefined();
    expect(graph.source(link('c7'))?.id).toBe('orders');
    expect(graph.mechanism(link('c1'))).toBe('dead-letter');
  });

  test('containers', () => {
    expect(ids(graph.children(id('net')))).toEqual(['group', 'private']);
    expect(graph.parent(id('private'))?.id).toBe('net');
    expect(graph.parent(id('eu'))).toBeUndefined();
    expect(ids(graph.ancestors(id('inside')))).toEqual(['private', 'net', 'eu']);
    expect(graph.container(id('inside'), 'region', 'vpc')?.id).toBe('net');
    expect(graph.container(id('net'), 'vpc')).toBeUndefined();
  });

  test('regions', () => {
    expect(graph.region(id('inside'))).toBe('eu-central-1');
    expect(graph.region(id('eu'))).toBe('eu-central-1');
    expect(graph.region(id('worker'))).toBe('eu-west-1');
    expect(graph.region(id('edge'))).toBe('us-east-1');
    expect(graph.region(id('missing'))).toBe('eu-west-1');
  });

  test('places in the network', () => {
    expect(ids(graph.subnets(id('inside')))).toEqual(['private']);
    expect(ids(graph.subnets(id('worker')))).toEqual(['private']);
    expect(graph.vpc(id('inside'))?.id).toBe('net');
    expect(graph.vpc(id('worker'))?.id).toBe('net');
    expect(graph.vpc(id('endpoint'))?.id).toBe('net');
    expect(graph.vpc(id('orders'))).toBeUndefined();
    expect(graph.vpc(id('net'))).toBeUndefined();
    expect(ids(graph.securityGroups(id('worker')))).toEqual(['group']);
    expect(graph.securityGroups(id('inside'))).toEqual([]);
  });
});

describe('the graph reads values', () => {
  const all = createGraph(
    smallFacts,
    designOf(
      [
        node('a', 'lambda', {
          timeout: 'soon',
          name: '',
          code: { 'Fn::Sub': 'x' },
          list: ['a', { Ref: 'B' }],
          other: { key: 1 },
        }),
        node('b', 'lambda', { timeout: null, name: 'b', other: 'a', on: true }),
        node('c', 'unknown', { constructor: 1 }),
      ],
      [connection('x', 'queue--lambda', 'a', 'b', { timeout: 7, other: 'x', name: 'x' })],
    ),
  );
  const [a, b, c] = all.nodes();

  test('of the right type only', () => {
    expect(all.number(a!, 'timeout')).toBeUndefined();
    expect(all.value(a!, 'timeout')).toBe('soon');
    expect(all.text(a!, 'code')).toBeUndefined();
    expect(all.text(a!, 'name')).toBeUndefined();
    expect(all.object(a!, 'code')).toBeUndefined();
    expect(all.object(a!, 'other')).toEqual({ key: 1 });
    expect(all.list(a!, 'list')).toEqual(['a', { Ref: 'B' }]);
    expect(all.boolean(b!, 'on')).toBe(true);
    expect(all.boolean(b!, 'name')).toBeUndefined();
  });

  test('or defaults, where null is nothing', () => {
    expect(all.number(b!, 'timeout')).toBe(3);
    expect(all.isSet(b!, 'timeout')).toBe(false);
    expect(all.isSet(a!, 'timeout')).toBe(true);
    expect(all.list(b!, 'list')).toEqual([]);
    expect(all.text(b!, 'code')).toBe('us-east-1');
    expect(all.number(all.connection('x')!, 'timeout')).toBe(7);
  });

  test('only while their condition holds', () => {
    expect(all.text(b!, 'only')).toBe('when on');
    expect(all.text(a!, 'only')).toBeUndefined();
  });

  test('that name nodes and connections', () => {
    expect(all.nodeRef(b!, 'other')?.id).toBe('a');
    expect(all.nodeRef(b!, 'name')?.id).toBe('b');
    expect(all.connectionRef(all.connection('x')!, 'name')?.id).toBe('x');
    expect(all.connectionRef(b!, 'name')).toBeUndefined();
  });

  test('and refuses names that the catalog does not know', () => {
    expect(() => all.value(a!, 'timeoutt')).toThrow('lambda has no property timeoutt');
    expect(all.value(c!, 'anything')).toBeUndefined();
  });
});

describe('the graph bears', () => {
  test('equal ids: the first counts', () => {
    const twice = createGraph(
      smallFacts,
      designOf(
        [node('a', 'lambda'), node('b', 'queue'), node('a', 'queue'), node('a', 'vpc')],
        [connection('x', 'queue--lambda', 'b', 'a'), connection('x', 'queue--queue', 'b', 'b')],
      ),
    );
    expect(twice.node('a')?.kind).toBe('lambda');
    expect(ids(twice.nodes())).toEqual(['a', 'b']);
    expect(ids(twice.nodes('queue'))).toEqual(['b']);
    expect(twice.duplicates()).toEqual([
      { what: 'node', id: 'a', count: 3 },
      { what: 'connection', id: 'x', count: 2 },
    ]);
    expect(twice.connection('x')?.type).toBe('queue--lambda');
  });

  test('circles of parents', () => {
    const circle = createGraph(
      smallFacts,
      designOf([
        node('a', 'vpc', {}, 'b'),
        node('b', 'vpc', {}, 'a'),
        node('c', 'lambda', {}, 'a'),
        node('d', 'lambda', {}, 'd'),
      ]),
    );
    expect(ids(circle.ancestors(id('c')))).toEqual(['a', 'b']);
    expect(ids(circle.ancestors(id('a')))).toEqual(['b']);
    expect(circle.ancestors(id('d'))).toEqual([]);
    expect(circle.container(id('c'), 'region')).toBeUndefined();
    expect(circle.region(id('c'))).toBe('eu-west-1');
  });
});

describe('tracking', () => {
  const before = designOf(
    [node('a', 'lambda'), node('b', 'queue'), node('c', 'vpc'), node('d', 'lambda', {}, 'c')],
    [connection('x', 'queue--lambda', 'b', 'a')],
  );
  const rerun = (read: (graph: ReturnType<typeof createGraph>) => void, after: typeof before) => {
    const tracked = createGraph(smallFacts, before);
    tracked.track(7, () => read(tracked));
    return tracked.readersOf(tracked.update(after).keys).includes(7);
  };
  const [a, b, c, d] = before.nodes;
  const moved = { ...before, nodes: [{ ...a!, position: { x: 5, y: 5 } }, b!, c!, d!] };
  const changed = { ...before, nodes: [{ ...a!, properties: { timeout: 9 } }, b!, c!, d!] };

  test('ignores positions', () => {
    expect(rerun((graph) => graph.nodes(), moved)).toBe(false);
    expect(rerun((graph) => graph.nodes(), changed)).toBe(true);
    const graph = createGraph(smallFacts, before);
    graph.update(moved);
    expect(graph.nodes()[0]?.position).toEqual({ x: 5, y: 5 });
  });

  test('is as fine as what was read', () => {
    expect(rerun((graph) => graph.number(a!, 'timeout'), changed)).toBe(true);
    expect(rerun((graph) => graph.node('b'), changed)).toBe(false);
    expect(rerun((graph) => graph.nodes('queue'), changed)).toBe(false);
    expect(rerun((graph) => graph.outgoing(id('b')), changed)).toBe(false);
    expect(rerun((graph) => graph.targets(id('b')), changed)).toBe(true);
    expect(rerun((graph) => graph.region(id('a')), changed)).toBe(false);
    expect(rerun((graph) => graph.settings, changed)).toBe(false);
    expect(rerun((graph) => graph.region(id('a')), { ...before, name: 'Other' })).toBe(false);
    expect(rerun((graph) => graph.region(id('a')), { ...before, region: 'us-west-2' })).toBe(true);
    const vpcChanged = { ...before, nodes: [a!, b!, { ...c!, properties: { timeout: 1 } }, d!] };
    expect(rerun((graph) => graph.region(id('d')), vpcChanged)).toBe(false);
    expect(rerun((graph) => graph.vpc(id('d')), vpcChanged)).toBe(true);
  });

  test('notices what was looked for in vain', () => {
    const added = { ...before, nodes: [...before.nodes, node('new', 'lambda')] };
    expect(rerun((graph) => graph.node('new'), added)).toBe(true);
    expect(rerun((graph) => graph.node('newer'), added)).toBe(false);
  });

  test('forgets what the last run no longer reads', () => {
    const graph = createGraph(smallFacts, before);
    graph.track(1, () => graph.node('a'));
    graph.track(1, () => graph.node('b'));
    graph.track(2, () => graph.node('a'));
    expect(graph.readersOf(graph.update(changed).keys)).toEqual([2]);
    graph.forget(2);
    expect(graph.readersOf(graph.update(before).keys)).toEqual([]);
  });

  test('ends with a run that throws, and does not nest', () => {
    const graph = createGraph(smallFacts, before);
    expect(() =>
      graph.track(1, () => {
        graph.node('a');
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(() => graph.track(1, () => graph.track(2, () => {}))).toThrow('another one');
    graph.track(2, () => graph.node('a'));
    expect(graph.readersOf(graph.update(changed).keys)).toEqual([2]);
  });
});
