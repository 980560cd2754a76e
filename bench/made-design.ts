import type { Json } from '../shared/lib/json.ts';
import type { Connection, Design, Node } from '../shared/model/design.ts';
import { currentFormatVersion } from '../shared/model/design.ts';
import { asConnectionId, asNodeId, type NodeId } from '../shared/model/ids.ts';

/*
 * Designs of any size for measuring: many small services of a shop, each with an API, functions, tables, queues,
 * a topic, a stream, buckets and an event bus, and now and then a part in a VPC. They hold no error, because a
 * design with thousands of findings is none that anybody works on.
 */

type Properties = Readonly<Record<string, Json>>;

const nodeId = (text: string): NodeId => {
  const id = asNodeId(text);
  if (id === undefined) throw new Error(`${text} is no id`);
  return id;
};

/** How far apart cards stand, and how much room each small service takes. */
const pitch = { x: 264, y: 112 };
const tile = { width: 1640, height: 544 };

/** Where everything of a small service stands in its tile, by column and row: from what calls to what is called. */
const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  api: [0, 0],
  uploads: [0, 2],
  nightly: [0, 3],
  create: [1, 0],
  read: [1, 1],
  shrink: [1, 2],
  orders: [2, 0],
  events: [2, 1],
  clicks: [2, 2],
  jobs: [2, 3],
  project: [3, 0],
  mail: [3, 1],
  delivery: [3, 2],
  work: [3, 3],
  bus: [4, 0],
  notify: [4, 1],
  lake: [4, 2],
  state: [4, 3],
  rule: [5, 0],
  failed: [5, 1],
};

/** The same for a part in a VPC, in pixels from the corner of the tile or of what holds it. */
const networkPlaces: Readonly<Record<string, readonly [x: number, y: number]>> = {
  api: [0, 100],
  vpc: [280, 0],
  app: [24, 52],
  data: [296, 52],
  query: [16, 48],
  endpoint: [16, 160],
  proxy: [16, 48],
  database: [16, 160],
  secret: [920, 100],
};

class Drawing {
  readonly nodes: Node[] = [];
  readonly connections: Connection[] = [];
  /** How many tiles stand side by side. */
  readonly #columns: number;
  #tiles = -1;

  constructor(size: number) {
    // About 18 nodes a tile; a drawing that is a little wider than high.
    this.#columns = Math.max(
      1,
      Math.round(Math.sqrt((size / 18) * (tile.height / tile.width) * 1.4)),
    );
  }

  /** Starts the next tile. */
  begin(): void {
    this.#tiles += 1;
  }

  #placeOf(id: string, parent: string | undefined): { x: number; y: number } {
    const [, owner = '', word = ''] = /^(shop|net)\d+-(.+)$/.exec(id) ?? [];
    if (owner === '') return { x: -pitch.x - 60, y: 0 };
    const [column, row] = places[word] ?? [0, 0];
    const [x, y] =
      owner === 'net' ? (networkPlaces[word] ?? [0, 0]) : [column * pitch.x, row * pitch.y];
    if (parent !== undefined) return { x, y };
    return {
      x: (this.#tiles % this.#columns) * tile.width + x,
      y: Math.floor(this.#tiles / this.#columns) * tile.height + y,
    };
  }

  node(kind: string, id: string, properties: Properties = {}, parent?: string): string {
    this.nodes.push({
      id: nodeId(id),
      kind,
      name: id.replaceAll('-', ' '),
      position: this.#placeOf(id, parent),
      ...(parent !== undefined && { parent: nodeId(parent) }),
      properties,
    });
    return id;
  }

  connect(type: string, from: string, to: string, properties: Properties = {}): string {
    const text = `${from}--${to}--${this.connections.length}`;
    const id = asConnectionId(text);
    if (id === undefined) throw new Error(`${text} is no id`);
    this.connections.push({ id, type, from: nodeId(from), to: nodeId(to), properties });
    return text;
  }
}

/** 20 nodes and 30 connections. */
const drawService = (drawing: Drawing, number: number, client: string): void => {
  drawing.begin();
  const id = (word: string): string => `shop${number}-${word}`;
  const fn = (word: string): string =>
    drawing.node('lambda', id(word), { timeout: 10, memorySize: 512, idempotent: true });
  const api = drawing.node('http-api', id('api'), { name: id('api') });
  const [create, read, work, notify, project, shrink] = [
    fn('create'),
    fn('read'),
    fn('work'),
    fn('notify'),
    fn('project'),
    fn('shrink'),
  ];
  const orders = drawing.node('dynamodb-table', id('orders'), {
    streamViewType: 'NEW_AND_OLD_IMAGES',
    pointInTimeRecovery: true,
  });
  const state = drawing.node('dynamodb-table', id('state'), { pointInTimeRecovery: true });
  const queue = (word: string): string =>
    drawing.node('sqs-queue', id(word), { visibilityTimeout: 60 });
  const [jobs, mail] = [queue('jobs'), queue('mail')];
  const failed = drawing.node('sqs-queue', id('failed'), {
    isDeadLetterQueue: true,
    messageRetentionPeriod: 1_209_600,
  });
  const events = drawing.node('sns-topic', id('events'));
  const bucket = (word: string): string => drawing.node('s3-bucket', id(word));
  const [uploads, lake] = [bucket('uploads'), bucket('lake')];
  const clicks = drawing.node('kinesis-stream', id('clicks'));
  const delivery = drawing.node('firehose', id('delivery'));
  const bus = drawing.node('event-bus', id('bus'), { name: id('bus') });
  const rule = drawing.node('event-rule', id('rule'), {
    eventPattern: { source: ['shop'], 'detail-type': ['OrderPaid'] },
  });
  const nightly = drawing.node('schedule', id('nightly'), { scheduleExpression: 'rate(1 day)' });

  drawing.connect('client--http-api', client, api);
  drawing.connect('http-api--lambda', api, create, {
    method: 'POST',
    path: '/orders',
    public: true,
  });
  drawing.connect('http-api--lambda', api, read, { method: 'GET', path: '/orders', public: true });
  drawing.connect('lambda--dynamodb-table', create, orders, { access: 'write' });
  drawing.connect('lambda--dynamodb-table', read, orders, { access: 'read' });
  drawing.connect('lambda--dynamodb-table', read, state, { access: 'read' });
  drawing.connect('lambda--sns-topic', create, events);
  drawing.connect('lambda--kinesis-stream', create, clicks);
  drawing.connect('lambda--sqs-queue', create, jobs);
  const toMail = drawing.connect('sns-topic--sqs-queue', events, mail);
  drawing.connect('sns-topic--sqs-queue--dead-letter', events, failed, { subscription: toMail });
  drawing.connect('sqs-queue--lambda', mail, notify);
  drawing.connect('sqs-queue--sqs-queue', mail, failed);
  drawing.connect('lambda--dynamodb-table', notify, state, { access: 'write' });
  drawing.connect('sqs-queue--lambda', jobs, work);
  drawing.connect('sqs-queue--sqs-queue', jobs, failed);
  drawing.connect('lambda--dynamodb-table', work, state);
  drawing.connect('lambda--s3-bucket', work, lake, { access: 'write' });
  drawing.connect('dynamodb-table--lambda', orders, project, {
    maximumRetryAttempts: 5,
    bisectBatchOnError: true,
  });
  drawing.connect('lambda--dynamodb-table', project, state, { access: 'write' });
  drawing.connect('lambda--event-bus', project, bus, { detailType: 'OrderPaid', source: 'shop' });
  drawing.connect('event-bus--event-rule', bus, rule);
  drawing.connect('event-rule--sqs-queue', rule, mail);
  drawing.connect('s3-bucket--lambda', uploads, shrink);
  drawing.connect('lambda--s3-bucket', shrink, lake, { access: 'write' });
  drawing.connect('lambda--dynamodb-table', shrink, state, { access: 'write' });
  drawing.connect('lambda--sqs-queue--on-failure', shrink, failed);
  drawing.connect('kinesis-stream--firehose', clicks, delivery);
  drawing.connect('firehose--s3-bucket', delivery, lake);
  drawing.connect('schedule--sqs-queue', nightly, jobs);
};

/** 9 nodes: a function in a VPC that reaches a database through a proxy. */
const drawNetwork = (drawing: Drawing, number: number, client: string): void => {
  drawing.begin();
  const id = (word: string): string => `net${number}-${word}`;
  const vpc = drawing.node('vpc', id('vpc'), { natGateways: 0, maxAzs: 2 });
  const app = drawing.node('subnet', id('app'), { subnetType: 'isolated' }, vpc);
  const data = drawing.node('subnet', id('data'), { subnetType: 'isolated' }, vpc);
  const api = drawing.node('http-api', id('api'), { name: id('api') });
  const query = drawing.node('lambda', id('query'), { timeout: 10, memorySize: 512 }, app);
  const proxy = drawing.node('rds-proxy', id('proxy'), { dbProxyName: id('proxy') }, data);
  const database = drawing.node('rds-instance', id('database'), { engine: 'postgres' }, data);
  const secret = drawing.node('secret', id('secret'));
  const endpoint = drawing.node('vpc-endpoint', id('endpoint'), { service: 'secretsmanager' }, app);
  drawing.connect('client--http-api', client, api);
  drawing.connect('http-api--lambda', api, query, { method: 'GET', path: '/report', public: true });
  drawing.connect('lambda--rds-proxy', query, proxy);
  drawing.connect('rds-proxy--rds-instance', proxy, database);
  drawing.connect('rds-proxy--secret', proxy, secret);
  drawing.connect('rds-instance--secret', database, secret);
  drawing.connect('vpc-endpoint--secret', endpoint, secret);
};

/** A design of about so many nodes, and half as many connections more. */
export const madeDesign = (size: number): Design => {
  const drawing = new Drawing(size);
  const client = drawing.node('client', 'browser');
  for (let number = 0; drawing.nodes.length < size; number++)
    if (number % 8 === 3) drawNetwork(drawing, number, client);
    else drawService(drawing, number, client);
  const nodes = drawing.nodes.slice(0, size);
  const kept = new Set<string>(nodes.map((node) => node.id));
  const whole = drawing.connections.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const ids = new Set<string>(whole.map((connection) => connection.id));
  return {
    formatVersion: currentFormatVersion,
    name: `Shop of ${size}`,
    region: 'eu-west-1',
    stage: 'dev',
    nodes,
    // What refers to a connection that was cut off goes with it.
    connections: whole.filter(
      ({ properties: { subscription } }) =>
        subscription === undefined || ids.has(String(subscription)),
    ),
  };
};
