import { expect, test } from 'vitest';
import { createGraph } from '../graph/incremental-graph.ts';
import type { Json } from '../lib/json.ts';
import { catalogFacts } from './catalog.ts';
import { isSynchronous } from './delivery.ts';
import { connection, design } from './examples.ts';

test('who waits follows from the settings, else from the type', () => {
  const waits = (type: string, properties: Readonly<Record<string, Json>> = {}) => {
    const graph = createGraph(catalogFacts, design(connection(type, 'a', 'b', properties, 'c')));
    const [drawn] = graph.connections();
    return drawn && isSynchronous(graph, catalogFacts, drawn);
  };
  expect(waits('http-api--lambda')).toBe(true);
  expect(waits('sqs-queue--lambda')).toBe(false);
  expect(waits('lambda--lambda--invoke')).toBe(true);
  expect(waits('lambda--lambda--invoke', { invocationType: 'Event' })).toBe(false);
  expect(waits('lambda--lambda--invoke', { invocationType: { Ref: 'Type' } })).toBeUndefined();
  expect(waits('lambda--state-machine')).toBe(false);
  expect(waits('lambda--state-machine', { sync: true })).toBe(true);
  expect(waits('rest-api--state-machine', { action: 'StartSyncExecution' })).toBe(true);
  expect(waits('rest-api--dynamodb-table', { action: 'GetItem' })).toBe(true);
  expect(waits('state-machine--state-machine', { pattern: 'sync' })).toBe(true);
  expect(waits('nothing')).toBeUndefined();
});
