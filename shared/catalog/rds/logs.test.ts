import { expect, test } from 'vitest';
import { planDesign } from '../../exporters/plan/plan.ts';
import type { Tree } from '../../exporters/sam/render.ts';
import { samTemplates } from '../../exporters/sam/template.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { connection, design, type ExampleItem, inside, node } from '../../rules/examples.ts';
import { kindFacts } from '../catalog.ts';

const logsOf = (...items: readonly ExampleItem[]) => {
  const drawn = design(
    inside(
      node('vpc', 'net', { natGateways: 0 }),
      inside(
        node('subnet', 'data', { subnetType: 'isolated' }),
        node('rds-instance', 'db', { engine: 'mysql' }),
        node('rds-instance', 'copy'),
      ),
    ),
    ...items,
  );
  const plan = planDesign(drawn, createGraph(kindFacts, drawn));
  const [template] = samTemplates(plan);
  const resources = (template?.tree.Resources ?? {}) as Record<
    string,
    { Type: string; Properties: Record<string, Tree> }
  >;
  return {
    exported: resources.Db?.Properties.EnableCloudwatchLogsExports,
    groups: Object.fromEntries(
      Object.entries(resources)
        .filter(([, { Type }]) => Type === 'AWS::Logs::LogGroup')
        .map(([id, { Properties }]) => [id, Properties.LogGroupName]),
    ),
    problems: plan.stacks.flatMap(({ problems }) => problems.map(({ message }) => message)),
  };
};

const writes = (to: string, logTypes: readonly string[], from = 'db', id?: string) =>
  connection('rds-instance--log-group', from, to, { logTypes: [...logTypes] }, id);

test('a drawn group gets the first log, the others have groups of their own', () => {
  expect(logsOf(node('log-group', 'all'), writes('all', ['slowquery', 'error']))).toEqual({
    exported: ['slowquery', 'error'],
    groups: {
      All: '/aws/rds/instance/example-db/slowquery',
      DbAllErrorLogGroup: '/aws/rds/instance/example-db/error',
    },
    problems: [],
  });
});

test('several groups share the logs, and none is asked for twice', () => {
  expect(
    logsOf(
      node('log-group', 'most'),
      node('log-group', 'errors'),
      writes('most', ['error', 'slowquery'], 'db', 'a'),
      writes('most', ['general', 'error'], 'db', 'b'),
      writes('errors', ['error'], 'db', 'c'),
    ),
  ).toEqual({
    exported: ['error', 'slowquery', 'general'],
    groups: {
      Errors: '/aws/rds/instance/example-db/error',
      Most: '/aws/rds/instance/example-db/slowquery',
      DbMostGeneralLogGroup: '/aws/rds/instance/example-db/general',
    },
    problems: [],
  });
});

test.each([
  [
    'a second group for one log',
    [
      node('log-group', 'one'),
      node('log-group', 'two'),
      writes('one', ['error'], 'db', 'a'),
      writes('two', ['error'], 'db', 'b'),
    ],
    /^Each log of "db" has one log group/,
  ],
  [
    'two databases with one group',
    [
      node('log-group', 'one'),
      writes('one', ['error'], 'db', 'a'),
      writes('one', ['postgresql'], 'copy', 'b'),
    ],
    /Draw another log group for "copy"/,
  ],
  [
    'a name of the user',
    [node('log-group', 'one', { logGroupName: 'mine' }), writes('one', ['error'])],
    /Remove the name of "one"/,
  ],
])('%s is a problem', (_title, items, message) => {
  const { problems } = logsOf(...items);
  expect(problems).toEqual([expect.stringMatching(message)]);
});
