import { describe, expect, test } from 'vitest';
import { createGraph } from '../graph/incremental-graph.ts';
import type { Json } from '../lib/json.ts';
import { connection, design, node } from '../rules/examples.ts';
import { connections, kindFacts, services } from './catalog.ts';
import { labelFor, labelOf } from './connection-label.ts';
import { summaryOf } from './summary.ts';

const label = (type: string, properties: Readonly<Record<string, Json>> = {}): string => {
  const [from = '', to = ''] = type.split('--');
  const made = design(node(from, 'a'), node(to, 'b'), connection(type, 'a', 'b', properties, 'c'));
  const graph = createGraph(kindFacts, made);
  const [only] = graph.connections();
  return only ? labelOf(graph, only).text : '';
};

test.each([
  ['http-api--lambda', { method: 'POST', path: '/orders' }, 'POST /orders'],
  ['rest-api--lambda--authorizer', {}, 'authorizes'],
  ['websocket-api--lambda', { routeKey: '$connect' }, '$connect'],
  ['sqs-queue--lambda', {}, 'batch 10'],
  ['sqs-queue--lambda', { batchSize: 1, filters: [{ body: {} }] }, 'batch 1, filtered'],
  ['sqs-queue--lambda', { batchSize: { Ref: 'Size' } }, 'triggers'],
  ['sqs-queue--sqs-queue', { maxReceiveCount: 3 }, 'after 3 tries'],
  ['lambda--dynamodb-table', {}, 'read/write'],
  ['lambda--dynamodb-table', { access: 'read' }, 'read'],
  ['lambda--sqs-queue--dead-letter', {}, 'dead letter'],
  ['lambda--sqs-queue--on-failure', {}, 'on failure'],
  ['lambda--sns-topic', {}, 'publishes'],
  ['lambda-edge--cloudfront', { eventType: 'viewer-request' }, 'viewer request'],
  ['cloudfront--rest-api', { pathPattern: '/api/*' }, '/api/*'],
  ['s3-bucket--lambda', { events: ['s3:ObjectCreated:*'], suffix: '.jpg' }, 'ObjectCreated *.jpg'],
  ['sns-topic--sqs-queue', { filterPolicy: { kind: ['a'] } }, 'filtered'],
  ['unknown--type', {}, 'unknown--type'],
])('%s with %j says %j', (type, properties, text) => {
  expect(label(type, properties)).toBe(text);
});

test('every connection has a short label, with its defaults and without', () => {
  for (const row of connections) {
    const named = labelFor(row, () => undefined);
    expect(named.text).not.toBe('');
    expect(named.short.length).toBeLessThanOrEqual(named.text.length);
    const usual = labelFor(row, (property) => row.properties[property]?.default);
    expect(usual.text.length).toBeLessThanOrEqual(40);
    expect(usual.text).not.toContain('undefined');
  }
});

describe('the line under a name', () => {
  const summary = (kind: string, properties: Readonly<Record<string, Json>> = {}): string => {
    const graph = createGraph(kindFacts, design(node(kind, 'a', properties)));
    const [only] = graph.nodes();
    return only ? summaryOf(graph, only) : '';
  };

  test('says what matters, or what kind of thing it is', () => {
    expect(summary('lambda', { memorySize: 512 })).toBe('nodejs24.x · 512 MB · 3 s');
    expect(summary('quantum-computer')).toBe('quantum-computer');
  });

  test('of every kind holds up, whatever its settings are', () => {
    for (const { kind, properties } of services) {
      const odd: readonly Json[] = [{ Ref: 'X' }, null, '', [], {}, 'text', 1, true];
      expect(summary(kind)).not.toMatch(/undefined|null|NaN|\[object/);
      for (const value of odd) {
        const set = Object.fromEntries(Object.keys(properties).map((name) => [name, value]));
        expect(summary(kind, set)).not.toBe('');
      }
    }
  });
});
