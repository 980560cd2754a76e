import { expect, test } from 'vitest';
import { createGraph } from '../graph/incremental-graph.ts';
import {
  exampleConnection,
  exampleDesign,
  exampleNode,
  nodeId,
} from '../model/testing/example-design.ts';
import { kindFacts } from './catalog.ts';
import { describeConnection, describeNode } from './describe-node.ts';

const design = exampleDesign(
  [
    exampleNode('api', { kind: 'rest-api', name: 'Order API' }),
    exampleNode('queue', { kind: 'sqs-queue', name: 'Orders\nqueue' }),
    exampleNode('vpc', { kind: 'vpc', name: 'VPC' }),
    exampleNode('worker', { kind: 'lambda', name: 'Worker', parent: nodeId('vpc') }),
    ...[1, 2, 3, 4, 5, 6].map((at) =>
      exampleNode(`table-${at}`, { kind: 'dynamodb-table', name: `Table ${at}` }),
    ),
  ],
  [
    exampleConnection('api', 'queue', { type: 'rest-api--sqs-queue' }),
    exampleConnection('queue', 'worker', { type: 'sqs-queue--lambda' }),
    ...[1, 2, 3, 4, 5, 6].map((at) =>
      exampleConnection('worker', `table-${at}`, { type: 'lambda--dynamodb-table' }),
    ),
    exampleConnection('worker', 'api', { type: 'nobody-knows' }),
  ],
);
const graph = createGraph(kindFacts, design);
const say = (id: string, error = 0, warning = 0): string =>
  describeNode(graph, graph.node(id)!, { error, warning, info: 9 });

test('a node is its name, kind, findings and neighbours', () => {
  expect(say('queue', 0, 1)).toBe(
    'Orders queue, SQS queue, 1 warning, receives from Order API, read by Worker',
  );
  expect(say('table-1', 2)).toBe('Table 1, DynamoDB table, 2 errors, used by Worker');
});

test('many neighbours are counted, and containers are named', () => {
  expect(say('worker')).toBe(
    'Worker, Lambda function, in VPC, reads from Orders queue, linked to Order API, uses Table 1, Table 2, Table 3 and 3 more',
  );
  expect(say('vpc')).toBe('VPC, holds 1 node');
});

test('a connection is a sentence', () => {
  expect(describeConnection(graph, design.connections[1]!)).toBe('Orders queue triggers Worker');
});
