import { expect, test } from 'vitest';
import {
  addNode,
  connect,
  deleteItems,
  type Edit,
  moveNodes,
  rename,
  sequence,
  setDesign,
  setProperty,
  suppress,
} from '../model/edits/index.ts';
import type { ConnectionId, NodeId } from '../model/ids.ts';
import { connection, design, inside, node } from '../rules/examples.ts';
import { changeTexts } from './change-text.ts';

const at = (id: string): NodeId => id as NodeId;
const shop = design(
  inside(node('vpc', 'net')),
  node('sqs-queue', 'Orders', { visibilityTimeout: 30 }, 'orders'),
  node('lambda', 'Worker', { layers: ['a'] }, 'worker'),
  connection('sqs-queue--lambda', 'orders', 'worker', {}, 'feed'),
);
const texts = (edit: Edit): readonly string[] =>
  changeTexts(shop, edit(shop)).map(({ kind, text }) => `${kind}: ${text}`);

test('a setting is told with its unit, before and after', () => {
  expect(texts(setProperty(at('orders'), 'visibilityTimeout', 180))).toEqual([
    'change: Visibility timeout of "Orders": 30 s → 180 s',
  ]);
});

test('what was not set is told by its default, else as not set', () => {
  expect(texts(setProperty(at('worker'), 'timeout', 30))).toEqual([
    'change: Timeout of "Worker": 3 s (default) → 30 s',
  ]);
  expect(texts(setProperty(at('worker'), 'reservedConcurrency', 5))).toEqual([
    'change: Reserved concurrency of "Worker": not set → 5',
  ]);
});

test('yes and no are on and off, an intrinsic stays as it is', () => {
  expect(texts(setProperty(at('orders'), 'fifoQueue', true))).toEqual([
    'change: FIFO queue of "Orders": off (default) → on',
  ]);
  expect(texts(setProperty(at('orders'), 'visibilityTimeout', { Ref: 'Seconds' }))).toEqual([
    'change: Visibility timeout of "Orders": 30 s → {"Ref":"Seconds"}',
  ]);
});

test('a list is told by what comes and goes', () => {
  expect(texts(setProperty(at('worker'), 'layers', ['b', 'a']))).toEqual([
    'change: Layers of "Worker": adds b',
  ]);
});

test('a setting of a connection names both ends', () => {
  const feed = 'feed' as ConnectionId;
  expect(texts(setProperty(feed, 'batchSize', 5))).toEqual([
    'change: Batch size of "Orders" → "Worker": 10 (default) → 5',
  ]);
});

test('what is added and deleted is told by its kind and its names', () => {
  const queue = { id: at('dlq'), kind: 'sqs-queue', name: 'Failed', parent: at('net') };
  const added = sequence(
    addNode({ ...queue, position: { x: 0, y: 0 }, properties: {} }),
    connect({ type: 'sqs-queue--sqs-queue', from: at('orders'), to: at('dlq'), properties: {} }),
  );
  expect(texts(added)).toEqual([
    'add: Adds SQS queue "Failed" in "net"',
    'add: Connects: "Orders" moves failed messages to "Failed"',
  ]);
  expect(texts(deleteItems([at('worker')]))).toEqual([
    'remove: Deletes Lambda function "Worker"',
    'remove: Deletes: "Orders" triggers "Worker"',
  ]);
});

test('names, settings of the design and suppressions are told, places on the canvas are not', () => {
  expect(texts(rename(at('worker'), 'Shipper'))).toEqual(['change: Renames "Worker" to "Shipper"']);
  expect(texts(setDesign({ region: 'us-east-1' }))).toEqual([
    'change: Region of the design: eu-west-1 → us-east-1',
  ]);
  expect(texts(suppress('sqs/sse', undefined, 'a test'))).toEqual(['add: Suppresses sqs/sse']);
  expect(texts(moveNodes([[at('worker'), { x: 40, y: 40 }]]))).toEqual([]);
});
