import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { isPublicEntry } from '../lambda/invocations.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** What a critical function gets when nobody has said how busy it will be. */
const proposed = 100;

const unreserved = (graph: Graph): readonly Node[] =>
  graph.nodes('lambda').filter((fn) => !graph.isSet(fn, 'reservedConcurrency'));

const shop = (billing: object) =>
  design(
    node('rest-api', 'api', { name: 'api' }),
    node('lambda', 'search'),
    node('lambda', 'billing', { critical: true, ...billing }),
    connection('rest-api--lambda', 'api', 'search'),
  );

export const concurrencySharedPool = defineRule({
  meta: {
    id: 'concurrency/shared-pool',
    severity: 'warning',
    messages: {
      starve:
        '{busy} can use up all {limit} concurrent executions and shut out {critical}; reserve concurrency for {critical} or limit {busy}.',
    },
    explain:
      'Without reservations all functions draw from one pool. A popular API can take it completely, and then functions that have nothing to do with it are throttled: callers that wait see error 429, asynchronous events wait and are tried again for up to six hours.',
    docs: {
      title: 'Understanding Lambda function scaling',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
    },
    overlaps: ['CKV_AWS_115'],
  },
  on: wholeDesign(),
  check(_, graph, report, context) {
    const functions = unreserved(graph);
    const critical = functions.filter((fn) => graph.boolean(fn, 'critical') === true);
    if (critical.length === 0) return;
    const limit = context.limit('accountConcurrency');
    const half = Math.floor(limit / 2);
    const isBusy = (fn: Node): boolean =>
      (graph.number(fn, 'expectedPeakConcurrency') ?? 0) >= half ||
      isPublicEntry(graph, context.catalog, fn);
    const busyIn = new Map<string, Node[]>();
    for (const fn of functions) {
      if (!isBusy(fn)) continue;
      const region = graph.region(fn);
      const known = busyIn.get(region);
      if (known) known.push(fn);
      else busyIn.set(region, [fn]);
    }
    for (const fn of critical) {
      const busy = busyIn.get(graph.region(fn))?.find(({ id }) => id !== fn.id);
      if (!busy) continue;
      const wanted = Math.ceil(graph.number(fn, 'expectedPeakConcurrency') ?? proposed);
      report({
        message: 'starve',
        at: fn,
        property: 'reservedConcurrency',
        data: { busy: named(busy), critical: named(fn), limit },
        fixes:
          wanted < 1 || wanted > half
            ? []
            : [
                {
                  title: `Reserve ${wanted} for ${named(fn)}`,
                  edit: setProperty(fn.id, 'reservedConcurrency', wanted),
                },
              ],
      });
    }
  },
  examples: {
    good: [
      { title: 'a reservation', design: shop({ reservedConcurrency: 100 }) },
      {
        title: 'a reservation set by a parameter',
        design: shop({ reservedConcurrency: { Ref: 'Most' } }),
      },
      { title: 'nothing critical', design: shop({ critical: false }) },
      {
        title: 'nobody else who could take it all',
        design: design(node('lambda', 'billing', { critical: true }), node('lambda', 'report')),
      },
    ],
    bad: [
      { title: 'beside a public API', design: shop({}), expect: ['starve'] },
      {
        title: 'beside a function with a high peak',
        design: design(
          node('lambda', 'resize', { expectedPeakConcurrency: 600 }),
          node('lambda', 'billing', { critical: true }),
        ),
        expect: ['starve'],
      },
    ],
  },
});
