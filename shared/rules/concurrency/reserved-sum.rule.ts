import { sequence, setProperty } from '../../model/edits/index.ts';
import { design, inside, node, settings } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { keptUnreserved } from './unreserved.ts';

/** What the functions of a region take out of its common pool. */
interface Share {
  readonly reserving: { readonly fn: Node; readonly count: number }[];
  reserved: number;
  /** Kept warm by functions without a reservation. */
  provisioned: number;
}

const sharesByRegion = (graph: Graph): ReadonlyMap<string, Share> => {
  const shares = new Map<string, Share>();
  for (const fn of graph.nodes('lambda')) {
    const count = graph.number(fn, 'reservedConcurrency');
    // Within an unknown reservation nobody knows what is taken from the others.
    const provisioned = graph.isSet(fn, 'reservedConcurrency')
      ? undefined
      : graph.number(fn, 'provisionedConcurrency');
    if (count === undefined && provisioned === undefined) continue;
    const region = graph.region(fn);
    const share = shares.get(region) ?? { reserving: [], reserved: 0, provisioned: 0 };
    shares.set(region, share);
    if (count !== undefined) {
      share.reserving.push({ fn, count });
      share.reserved += count;
    }
    share.provisioned += provisioned ?? 0;
  }
  return shares;
};

/** Lowers all reservations in proportion; warm environments may need theirs. */
const lowerAll = (graph: Graph, { reserving, reserved }: Share, most: number): readonly Fix[] =>
  reserving.some(({ fn }) => graph.isSet(fn, 'provisionedConcurrency')) || most < reserving.length
    ? []
    : [
        {
          title: 'Lower all reservations in proportion',
          edit: sequence(
            ...reserving.map(({ fn, count }) =>
              setProperty(
                fn.id,
                'reservedConcurrency',
                count === 0
                  ? 0
                  : Math.max(1, Math.floor((count * (most - reserving.length)) / reserved)),
              ),
            ),
          ),
        },
      ];

const reserving = (one: number, other: number) => [
  node('lambda', 'checkout', { reservedConcurrency: one }),
  node('lambda', 'search', { reservedConcurrency: other }),
];

export const concurrencyReservedSum = defineRule({
  meta: {
    id: 'concurrency/reserved-sum',
    severity: 'error',
    messages: {
      tooMuch:
        '{region}: the functions reserve {sum} of {limit} concurrent executions; at least 100 have to stay unreserved, so lower the reservations by {excess}.',
      aboveDefault: {
        text: '{region}: the functions reserve {sum} concurrent executions; of the default of {limit} (adjustable) at least 100 have to stay unreserved. Lower the reservations by {excess} or enter the limit of the account.',
        severity: 'warning',
      },
      withWarm: {
        text: '{region}: reservations and warm environments together take {sum} of {limit} concurrent executions (adjustable); at least 100 have to stay for all others.',
        severity: 'warning',
      },
    },
    explain:
      'The account has one pool of concurrent executions in each Region, 1,000 by default, raised on request. Reserving takes a share away from all others, and so do environments that are kept warm. AWS keeps 100 for functions without a reservation and refuses the rest.',
    docs: {
      title: 'Configuring reserved concurrency for a function',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
    },
  },
  on: wholeDesign(),
  check(_, graph, report, context) {
    for (const [region, share] of sharesByRegion(graph)) {
      const limit = context.limit('accountConcurrency');
      const most = limit - keptUnreserved;
      const { reserved, provisioned } = share;
      if (reserved > most)
        report({
          message: context.isEntered('accountConcurrency') ? 'tooMuch' : 'aboveDefault',
          data: { region, sum: reserved, limit, excess: reserved - most },
          fixes: lowerAll(graph, share, most),
        });
      else if (provisioned > 0 && reserved + provisioned > most)
        report({ message: 'withWarm', data: { region, sum: reserved + provisioned, limit } });
    }
  },
  examples: {
    good: [
      { title: 'enough left for the others', design: design(...reserving(400, 300)) },
      {
        title: 'a reservation set by a parameter',
        design: design(
          ...reserving(400, 300),
          node('lambda', 'report', { reservedConcurrency: { Ref: 'Most' } }),
        ),
      },
      {
        title: 'each Region has its own pool',
        design: design(
          node('lambda', 'checkout', { reservedConcurrency: 600 }),
          inside(
            node('region', 'us', { code: 'us-east-1' }),
            node('lambda', 'search', { reservedConcurrency: 600 }),
          ),
        ),
      },
      {
        title: 'a raised limit',
        design: design(settings({ limits: { accountConcurrency: 3000 } }), ...reserving(600, 400)),
      },
    ],
    bad: [
      {
        title: 'all of the default',
        design: design(...reserving(600, 400)),
        expect: ['aboveDefault'],
      },
      {
        title: 'all that the account has',
        design: design(settings({ limits: { accountConcurrency: 1000 } }), ...reserving(600, 400)),
        expect: ['tooMuch'],
      },
      {
        title: 'reservations and warm environments',
        design: design(
          ...reserving(400, 300),
          node('lambda', 'front', { provisionedConcurrency: 300, autoPublishAlias: 'live' }),
        ),
        expect: ['withWarm'],
      },
    ],
  },
});
