import { design, node } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { functions } from './prices.ts';

interface Use {
  readonly requests: number;
  readonly gbSeconds: number;
  /** What the compute would cost without a free tier. */
  readonly compute: number;
}

/** What a function is expected to do in a month; undefined where one of the numbers is unknown. */
const expectedOf = (graph: Graph, fn: Node): Use | undefined => {
  const requests = graph.number(fn, 'expectedMonthlyRequests');
  if (requests === undefined) return undefined;
  const duration = graph.number(fn, 'expectedDurationMs');
  const memory = graph.number(fn, 'memorySize');
  const architecture = graph.text(fn, 'architecture');
  // Functions with provisioned concurrency have no free tier and other prices.
  if (duration === undefined || memory === undefined || architecture === undefined)
    return undefined;
  if (graph.isSet(fn, 'provisionedConcurrency')) return undefined;
  const gbSeconds = (requests * duration * memory) / 1000 / 1024;
  const price = functions.gbSecond[architecture === 'x86_64' ? 'x86_64' : 'arm64'];
  return { requests, gbSeconds, compute: gbSeconds * price };
};

const used = (
  expectedMonthlyRequests: number | { Ref: string },
  expectedDurationMs: number,
  memorySize: number,
) =>
  design(
    node('lambda', 'worker', { expectedMonthlyRequests, expectedDurationMs, memorySize }),
    node('lambda', 'other'),
  );

export const costLambdaFreeTier = defineRule({
  meta: {
    id: 'cost/lambda-free-tier',
    severity: 'info',
    messages: {
      leaves:
        'The functions leave the free tier: about {requests} requests and {gbSeconds} GB-seconds, roughly {cost} USD a month.',
    },
    explain:
      'Each month one million requests and 400,000 GB-seconds are free: 3.2 million seconds with 128 MB, or 400,000 seconds with 1 GB. After that a million requests cost 0.20 USD, and 1 USD buys about 60,000 GB-seconds on x86 and 75,000 on ARM. More memory can even be cheaper when it makes the function faster in proportion, because the CPU grows with the memory. The rule counts the functions that say how many requests they expect and how long each takes; the prices are those of us-east-1.',
    docs: {
      title: 'Configure Lambda function memory',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html',
    },
  },
  on: wholeDesign(),
  check(_, graph, report) {
    let [requests, gbSeconds, compute] = [0, 0, 0];
    for (const fn of graph.nodes('lambda')) {
      const use = expectedOf(graph, fn);
      if (!use) continue;
      requests += use.requests;
      gbSeconds += use.gbSeconds;
      compute += use.compute;
    }
    const { freeRequests, freeGbSeconds } = functions;
    if (requests <= freeRequests && gbSeconds <= freeGbSeconds) return;
    const paid = gbSeconds > freeGbSeconds ? (gbSeconds - freeGbSeconds) / gbSeconds : 0;
    const cost = Math.max(0, requests - freeRequests) * functions.request + paid * compute;
    report({
      message: 'leaves',
      at: 'design',
      data: {
        requests: Math.round(requests),
        gbSeconds: Math.round(gbSeconds),
        cost: cost < 10 ? Math.round(cost * 100) / 100 : Math.round(cost),
      },
    });
  },
  examples: {
    good: [
      { title: 'half a million short requests', design: used(500_000, 100, 128) },
      { title: 'a number by a parameter', design: used({ Ref: 'Requests' }, 200, 512) },
    ],
    bad: [
      { title: 'fifty million requests', design: used(50_000_000, 200, 512), expect: ['leaves'] },
      { title: 'few long requests', design: used(100_000, 60_000, 1024), expect: ['leaves'] },
    ],
  },
});
