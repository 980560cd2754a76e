import { maxConnections } from '../../catalog/rds/max-connections.ts';
import { setProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, inside, node } from '../examples.ts';
import { invocationOf } from '../lambda/invocations.ts';
import { connections } from '../on.ts';
import { defineRule, type Graph, type Node, type RuleContext } from '../rule.ts';
import { named } from '../text.ts';

/** How many run at once by what runs the function; undefined when nothing there limits it. */
const limitOfSources = (graph: Graph, catalog: CatalogFacts, fn: Node): number | undefined => {
  let sum = 0;
  for (const incoming of graph.incoming(fn)) {
    if (invocationOf(graph, catalog, incoming) === undefined) continue;
    const most =
      incoming.type === 'sqs-queue--lambda'
        ? graph.number(incoming, 'maximumConcurrency')
        : graph.source(incoming)?.kind === 'schedule'
          ? 1
          : undefined;
    if (most === undefined) return undefined;
    sum += most;
  }
  return sum === 0 ? undefined : sum;
};

/** The most executions at once; undefined when nobody knows. */
const concurrencyOf = (graph: Graph, fn: Node, context: RuleContext): number | undefined => {
  for (const property of ['reservedConcurrency', 'expectedPeakConcurrency'])
    if (graph.isSet(fn, property)) return graph.number(fn, property);
  return limitOfSources(graph, context.catalog, fn) ?? context.limit('accountConcurrency');
};

const direct = (
  fn: Parameters<typeof node>[2],
  database: Parameters<typeof node>[2] = {},
  ...more: ReturnType<typeof connection>[]
) =>
  design(
    node('sqs-queue', 'jobs', { visibilityTimeout: 180 }),
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'data', { subnetType: 'isolated' }),
        node('rds-instance', 'db', database),
        node('lambda', 'query', { timeout: 30, ...fn }),
      ),
    ),
    connection('lambda--rds-instance--network', 'query', 'db'),
    ...more,
  );

export const rdsLambdaDirectConnections = defineRule({
  meta: {
    id: 'rds/lambda-direct-connections',
    severity: 'warning',
    messages: {
      tooMany:
        '{function} may open {concurrency} connections at once, and {database} takes about {most}; put an RDS Proxy in between, or limit the concurrency.',
    },
    explain:
      'Each execution environment of a function opens a connection of its own. At a peak they use up the connections of the database, and then everybody gets errors. An RDS Proxy shares a few connections among all of them, and clients stay connected to it while the database fails over.',
    docs: {
      title: 'Using AWS Lambda with Amazon RDS',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-rds.html',
    },
  },
  on: connections({ type: 'lambda--rds-instance--network' }),
  check({ source: fn, target: database }, graph, report, context) {
    const [copied] = graph.sources(database, { mechanism: 'replication', kind: 'rds-instance' });
    const engine = graph.text(copied ?? database, 'engine');
    const instanceClass = graph.text(database, 'instanceClass');
    if (engine === undefined || instanceClass === undefined) return;
    const most = maxConnections(engine, instanceClass);
    const concurrency = concurrencyOf(graph, fn, context);
    if (most === undefined || concurrency === undefined) return;
    // A fifth stays free for administration and for other clients.
    const wanted = Math.floor(most * 0.8);
    if (concurrency <= wanted) return;
    report({
      message: 'tooMany',
      property: 'reservedConcurrency',
      at: fn,
      data: { function: named(fn), database: named(database), concurrency, most },
      fixes:
        graph.isSet(fn, 'provisionedConcurrency') || graph.isSet(fn, 'expectedPeakConcurrency')
          ? []
          : [
              {
                title: `Reserve a concurrency of ${wanted}`,
                edit: setProperty(fn.id, 'reservedConcurrency', wanted),
              },
            ],
    });
  },
  examples: {
    good: [
      { title: 'a limited function', design: direct({ reservedConcurrency: 20 }) },
      { title: 'a limit by a parameter', design: direct({ reservedConcurrency: { Ref: 'Most' } }) },
      { title: 'a large database', design: direct({}, { instanceClass: 'db.r7g.4xlarge' }) },
      {
        title: 'a queue that runs few at once',
        design: direct(
          {},
          {},
          connection('sqs-queue--lambda', 'jobs', 'query', { maximumConcurrency: 10 }),
        ),
      },
    ],
    bad: [
      { title: 'no limit', design: direct({}), expect: ['tooMany'] },
      {
        title: 'a limit too high',
        design: direct({ reservedConcurrency: 200 }),
        expect: ['tooMany'],
      },
    ],
  },
});
