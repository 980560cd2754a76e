import { describe, expect, test } from 'vitest';
import {
  connectionOf,
  connections,
  connectionsBetween,
  kindFacts,
  propertiesOf,
} from '../catalog/catalog.ts';
import { createGraph } from '../graph/incremental-graph.ts';
import type { Json } from '../lib/json.ts';
import type { Connection, Design, Node } from '../model/design.ts';
import type { ConnectionId, NodeId } from '../model/ids.ts';
import { withArticle } from '../rules/text.ts';
import { changeMeaning, makeWay, reconnect, turn, turnsOf } from './edits.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { guessRoute } from './route-words.ts';
import { missingSettings } from './settings.ts';
import { newTargets } from './targets.ts';
import { firstSentence, quoted } from './words.ts';

type Properties = Readonly<Record<string, Json>>;

const node = (kind: string, name: string, properties: Properties = {}): Node => ({
  id: name.toLowerCase().replaceAll(' ', '-') as NodeId,
  kind,
  name,
  position: { x: 0, y: 0 },
  properties,
});

const designOf = (...nodes: readonly Node[]): Design => ({
  formatVersion: 1,
  name: 'shop',
  region: 'eu-west-1',
  nodes,
  connections: [],
});

const meaningIn = (design: Design, source: Node, target: Node): Meaning =>
  meaningOf(createGraph(kindFacts, design), design, source, target);

/** Draws the usual line from one to another. */
const draw = (design: Design, source: Node, target: Node, at = 0): Design => {
  const way = meaningIn(design, source, target).ways[at];
  return way ? makeWay(design, way, source, target).edit(design) : design;
};

const last = (design: Design): Connection | undefined => design.connections.at(-1);

describe('a route', () => {
  const api = node('rest-api', 'Shop');
  const place = node('lambda', 'Place order');
  const list = node('lambda', 'List orders');
  const one = node('lambda', 'Get order');
  const plain = node('lambda', 'Lambda function');
  const orders = node('dynamodb-table', 'Orders');
  const empty = designOf(api, place, list, one, plain, orders);

  test('is named after what it leads to', () => {
    let design = draw(empty, api, place);
    expect(last(design)?.properties).toEqual({ method: 'POST', path: '/orders' });
    design = draw(design, api, list);
    expect(last(design)?.properties).toEqual({ method: 'GET', path: '/orders' });
    design = draw(design, api, one);
    expect(last(design)?.properties).toEqual({ method: 'GET', path: '/orders/{id}' });
    design = draw(design, api, orders);
    expect(design.connections.map(({ properties }) => properties)).toHaveLength(4);
  });

  test('takes everything where the name says nothing, as long as nobody else does', () => {
    let design = draw(empty, api, plain);
    expect(last(design)?.properties).toEqual({});
    design = draw(design, api, plain);
    expect(last(design)?.properties).toEqual({ method: 'GET', path: '/items' });
    design = draw(design, api, plain);
    expect(last(design)?.properties).toEqual({ method: 'POST', path: '/items' });
  });

  test('takes the parameter that is there', () => {
    const route = {
      id: 'c1' as ConnectionId,
      type: 'rest-api--lambda',
      from: api.id,
      to: list.id,
      properties: { method: 'DELETE', path: '/orders/{orderId}' },
    };
    const design = draw({ ...empty, connections: [route] }, api, one);
    expect(last(design)?.properties).toEqual({ method: 'GET', path: '/orders/{orderId}' });
  });

  test.each([
    ['Cancel booking', 'DELETE', 'bookings', true],
    ['Order queue', undefined, 'order', false],
    ['Lambda function 2', undefined, '', false],
    ['"></script>${x}', undefined, 'script-x', false],
    ['', undefined, '', false],
  ])('reads %s', (name, method, resource, isOne) => {
    expect(guessRoute(name)).toEqual({ method, resource, isOne });
  });
});

test('origins of one distribution share no paths', () => {
  const site = node('cloudfront', 'Site');
  const [files, api] = [node('s3-bucket', 'Pages'), node('http-api', 'Backend')];
  let design = draw(designOf(site, files, api), site, files);
  design = draw(design, site, api);
  expect(design.connections.map(({ properties }) => properties)).toEqual([
    {},
    { pathPattern: '/api/*' },
  ]);
});

test('a record is named after the zone', () => {
  const zone = node('hosted-zone', 'Zone', { name: 'example.com' });
  const site = node('cloudfront', 'Shop', { aliases: ['shop.example.com'] });
  const other = node('external-endpoint', 'Mail', { url: 'https://mail.example.net' });
  const design = draw(designOf(zone, site, other), zone, site);
  expect(last(design)?.properties).toEqual({ recordName: 'shop.example.com' });
  expect(last(draw(design, zone, other))?.properties).toEqual({ recordName: 'mail.example.com' });
});

test('what nobody can guess is named', () => {
  const zone = node('hosted-zone', 'Zone');
  const other = node('external-endpoint', 'Mail');
  const made = last(draw(designOf(zone, other), zone, other));
  const row = connectionOf(made?.type ?? '');
  expect(made && row && missingSettings(made, row)).toEqual(['recordName']);
});

test('what the line needs is switched on, once', () => {
  const table = node('dynamodb-table', 'Orders');
  const worker = node('lambda', 'Worker');
  const design = draw(designOf(table, worker), table, worker);
  expect(design.nodes[0]?.properties).toEqual({ streamViewType: 'NEW_AND_OLD_IMAGES' });
  const chosen = node('dynamodb-table', 'Orders', { streamViewType: 'KEYS_ONLY' });
  expect(draw(designOf(chosen, worker), chosen, worker).nodes[0]).toBe(chosen);
});

describe('what a line means', () => {
  const queue = node('sqs-queue', 'Orders');
  const table = node('dynamodb-table', 'Items');
  const worker = node('lambda', 'Worker');

  test('a queue that is to write into a table gets a function between', () => {
    const design = designOf(queue, { ...table, position: { x: 480, y: 0 } });
    const meaning = meaningIn(design, queue, table);
    expect(meaning.kind).toBe('refused');
    expect(meaning.why).toBe('A queue cannot write items.');
    expect(meaning.detour?.title).toBe('Insert Lambda function between');
    const built = meaning.detour?.edit?.(design);
    expect(built?.nodes[2]).toMatchObject({ kind: 'lambda', position: { x: 240, y: 0 } });
    expect(built?.connections.map(({ type }) => type)).toEqual([
      'sqs-queue--lambda',
      'lambda--dynamodb-table',
    ]);
  });

  test('the path that the refusal names is built, though others are as short', () => {
    const machine = node('state-machine', 'Flow');
    const { detour } = meaningIn(designOf(queue, machine), queue, machine);
    expect(detour?.kinds).toEqual(['sqs-queue', 'pipe', 'state-machine']);
    expect(detour?.edit).toBeDefined();
  });

  test('where the named path has no place to stand in, the shortest one is built', () => {
    const [api, database] = [node('http-api', 'Api'), node('rds-instance', 'Db')];
    // The proxy that the refusal names would have to stand in a subnet.
    const { detour } = meaningIn(designOf(api, database), api, database);
    expect(detour?.kinds).toEqual(['http-api', 'lambda', 'rds-instance']);
    expect(detour?.edit).toBeDefined();
  });

  test('several meanings, the usual one first', () => {
    const { kind, ways } = meaningIn(designOf(worker, queue), worker, queue);
    expect(kind).toBe('allowed');
    expect(ways[0]?.definition.id).toBe('lambda--sqs-queue');
    expect(ways.length).toBeGreaterThan(2);
  });

  test('the other direction, where only that exists', () => {
    const certificate = node('certificate', 'TLS', { domainName: 'example.com' });
    const site = node('cloudfront', 'Site');
    const { kind, ways } = meaningIn(designOf(site, certificate), site, certificate);
    expect(kind).toBe('allowed');
    expect(ways.map(({ isReversed }) => isReversed)).toEqual([true]);
  });

  test('a condition counts while it holds', () => {
    const [plain, fifo] = [
      node('sns-topic', 'News'),
      node('sns-topic', 'News', { fifoTopic: true, topicName: 'news.fifo' }),
    ];
    expect(meaningIn(designOf(plain, worker), plain, worker).kind).toBe('allowed');
    const refused = meaningIn(designOf(fifo, worker), fifo, worker);
    expect(refused.kind).toBe('refused');
    expect(refused.why).toBe('A FIFO topic delivers to SQS queues only.');
    expect(refused.detour?.edit).toBeDefined();
  });

  test('a function in the VPC reaches its database, one outside does not', () => {
    const database = node('rds-instance', 'Db');
    const subnet = { ...node('subnet', 'Private'), size: { width: 400, height: 300 } };
    const inside: Node = { ...worker, parent: subnet.id };
    const network = node('vpc', 'Net');
    const within = { ...subnet, parent: network.id };
    expect(meaningIn(designOf(worker, database), worker, database).kind).toBe('refused');
    expect(meaningIn(designOf(network, within, inside, database), inside, database).kind).toBe(
      'allowed',
    );
  });

  test('what is there already is said', () => {
    const once = draw(designOf(queue, worker), queue, worker);
    const { kind, why, ways } = meaningIn(once, queue, worker);
    expect(kind).toBe('exists');
    expect(why).toBe(
      '"Orders" (SQS queue) and "Worker" (Lambda function) are connected in this way already.',
    );
    expect(ways[0]?.existing).toBe(once.connections[0]);
  });

  test('another purpose is offered beside what people usually mean', () => {
    const stream = node('kinesis-stream', 'Clicks');
    const bucket = node('s3-bucket', 'Archive');
    const meaning = meaningIn(designOf(stream, bucket), stream, bucket);
    expect(meaning.kind).toBe('allowed');
    expect(meaning.why).not.toBe('');
    expect(meaning.detour?.kinds).toEqual(['kinesis-stream', 'firehose', 's3-bucket']);
  });

  test('a subnet is put into its network', () => {
    const [subnet, network] = [node('subnet', 'A'), node('vpc', 'Net')];
    const meaning = meaningIn(designOf(subnet, network), subnet, network);
    expect(meaning.isNesting).toBe(true);
    expect(meaning.why).toBe('A Subnet is put into a VPC: drag it in.');
  });
});

describe('a connection that is there', () => {
  const queue = node('sqs-queue', 'Orders');
  const topic = node('sns-topic', 'News');
  const worker = node('lambda', 'Worker');
  const other = node('lambda', 'Other');
  const table = node('dynamodb-table', 'Items');
  const design = draw(designOf(queue, topic, worker, other, table), queue, worker);
  const [connection] = design.connections;

  test('keeps its type at another node of the kind', () => {
    const moved = connection && reconnect(design, connection, 'to', other);
    expect(moved).toMatchObject({ kind: 'possible', isTypeKept: true });
    expect(moved?.kind === 'possible' && moved.edit(design).connections[0]?.to).toBe('other');
  });

  test('gets the usual type of another pair, and the settings that it has too', () => {
    const set = { ...connection, properties: { batchSize: 5, filters: [] } } as Connection;
    const before = { ...design, connections: [set] };
    const moved = reconnect(before, set, 'from', topic);
    expect(moved).toMatchObject({ kind: 'possible', type: 'sns-topic--lambda' });
    const after = moved?.kind === 'possible' ? moved.edit(before) : before;
    expect(after.connections[0]).toMatchObject({ from: 'news', type: 'sns-topic--lambda' });
    expect(after.connections[0]?.properties).not.toHaveProperty('batchSize');
  });

  test('is not hung on what cannot take it', () => {
    expect(connection && reconnect(design, connection, 'to', table)?.kind).toBe('refused');
    expect(connection && reconnect(design, connection, 'to', worker)).toBeUndefined();
    expect(connection && reconnect(design, connection, 'to', queue)).toBeUndefined();
  });

  test('changes its meaning and is turned round', () => {
    const sent = draw(designOf(worker, queue), worker, queue);
    const [line] = sent.connections;
    const dead = connectionOf('lambda--sqs-queue--dead-letter');
    if (!line || !dead) throw new Error('The tables have changed.');
    const changed = changeMeaning(line.id, dead)(sent);
    expect(changed.connections[0]).toMatchObject({ type: dead.id, from: 'worker', properties: {} });
    const [back] = turnsOf(sent, line);
    const turned = back && turn(line.id, back)(sent);
    expect(turned?.connections[0]).toMatchObject({ type: 'sqs-queue--lambda', from: 'orders' });
  });
});

test('a change of meaning keeps what the new one has too and what nobody knows, for all pairs', () => {
  const changes = connections.flatMap((row) =>
    connectionsBetween(row.from, row.to)
      .filter(({ id, gesture }) => id !== row.id && gesture !== 'nesting')
      .map((next) => ({ row, next })),
  );
  expect(changes.length).toBeGreaterThan(20);
  for (const { row, next } of changes) {
    const [a, b] = [node(row.from, 'A'), node(row.to, 'B')];
    const [before, after] = [propertiesOf(row.id) ?? {}, propertiesOf(next.id) ?? {}];
    const properties: Record<string, Json> = { colour: 'blue' };
    for (const name of Object.keys(before)) properties[name] = 'x';
    const line = { id: 'c' as ConnectionId, type: row.id, from: a.id, to: b.id, properties };
    const design = { ...designOf(a, b), connections: [line] };
    const [changed] = changeMeaning(line.id, next)(design).connections;
    expect(changed?.type).toBe(next.id);
    for (const [name, value] of Object.entries(properties)) {
      const isKept = Object.hasOwn(after, name) || !Object.hasOwn(before, name);
      if (isKept) expect(changed?.properties[name], `${row.id} ${name}`).toBe(value);
      else expect(changed?.properties, `${row.id} ${name}`).not.toHaveProperty(name);
    }
  }
});

test('a new meaning takes a route that nobody has', () => {
  const [api, place] = [node('websocket-api', 'Chat'), node('lambda', 'Send')];
  const [other] = connectionsBetween(api.kind, place.kind);
  expect(other?.properties).toHaveProperty('routeKey');
  const design = draw(draw(designOf(api, place), api, place), place, api);
  const pushed = last(design);
  const [back] = pushed ? turnsOf(design, pushed) : [];
  const turned = pushed && back && turn(pushed.id, back)(design);
  const keys = turned?.connections.map(({ properties }) => properties.routeKey);
  expect(new Set(keys).size).toBe(2);
});

test('new services are listed with what they would do', () => {
  const targets = newTargets('sqs-queue');
  expect(targets[0]?.service.kind).toBe('lambda');
  expect(targets.every(({ ways }) => ways.length > 0)).toBe(true);
  expect(newTargets('lambda', true).map(({ service }) => service.kind)).toContain('sqs-queue');
});

test('words', () => {
  expect(withArticle('SQS queue')).toBe('an SQS queue');
  expect(withArticle('HTTP API')).toBe('an HTTP API');
  expect(withArticle('Lambda function')).toBe('a Lambda function');
  expect(withArticle('S3 bucket')).toBe('an S3 bucket');
  expect(firstSentence('One e.g. two. Three.')).toBe('One e.g. two.');
  expect(quoted('a\nb')).toBe('"a b"');
  expect(quoted('x'.repeat(500))).toHaveLength(42);
});
