import { expect, test } from 'vitest';
import { createGraph } from '../graph/incremental-graph.ts';
import { connection, design, node } from '../rules/examples.ts';
import { kindFacts } from './catalog.ts';
import { permissionsOf } from './permissions.ts';

test('a workflow that calls an endpoint may use the connection, and read its secret', () => {
  const found = permissionsOf(
    createGraph(
      kindFacts,
      design(
        node('state-machine', 'flow'),
        node('external-endpoint', 'shop', { url: 'https://shop.example.com' }),
        connection('state-machine--external-endpoint', 'flow', 'shop'),
      ),
    ),
  );
  expect(
    found.map(({ principal, actions, resources }) => ({ principal, actions, resources })),
  ).toEqual(
    [
      { actions: ['states:InvokeHTTPEndpoint'], resources: ['*'] },
      {
        actions: ['events:RetrieveConnectionCredentials'],
        resources: ['the EventBridge connection of shop'],
      },
      {
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: ['the secret of the EventBridge connection of shop'],
      },
    ].map((rights) => ({ principal: { kind: 'node', id: 'flow' }, ...rights })),
  );
});
