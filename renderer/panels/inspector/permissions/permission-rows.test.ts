import { expect, it } from 'vitest';
import { connections, kindFacts } from '../../../../shared/catalog/catalog.ts';
import { createGraph } from '../../../../shared/graph/incremental-graph.ts';
import { orderDesign } from '../../../../shared/model/testing/order-design.ts';
import { actionWords, nodePermissions } from './permission-rows.ts';

it.each([
  ['sqs:ReceiveMessage', 'receive message'],
  ['dynamodb:BatchGetItem', 'batch get item'],
  ['s3:GetObject*', 'get object …'],
  ['execute-api:Invoke', 'invoke'],
  ['rds-db:connect', 'connect'],
  ['kms:*', 'everything of kms'],
  ['*', 'everything'],
  ['dynamodb:PartiQLSelect', 'parti QL select'],
])('says %s as %s', (action, words) => {
  expect(actionWords(action)).toBe(words);
});

it('has words for every action of the catalog', () => {
  for (const { statements } of connections)
    for (const { actions } of statements)
      for (const action of actions) expect(actionWords(action), action).toMatch(/\S/);
});

it('tells what a node may do from what others may do to it', () => {
  const graph = createGraph(kindFacts, orderDesign);
  for (const node of orderDesign.nodes) {
    const { own, others } = nodePermissions(graph, node);
    expect(own.every(({ who }) => who.includes(node.name))).toBe(true);
    for (const { actions, resources } of [...own, ...others]) {
      expect(actions.length).toBeGreaterThan(0);
      expect(resources.length).toBeGreaterThan(0);
    }
  }
});
