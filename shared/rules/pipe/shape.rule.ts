import { connection, design, type ExampleItem, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const orders = node('sqs-queue', 'orders');
const pipe = node('pipe', 'check', { description: { Ref: 'Description' } });
const worker = node('lambda', 'worker');
const fromOrders = connection('sqs-queue--pipe', 'orders', 'check');
const toWorker = connection('pipe--lambda', 'check', 'worker');
const whole = (...more: readonly ExampleItem[]) =>
  design(orders, pipe, worker, fromOrders, toWorker, ...more);

export const pipeShape = defineRule({
  meta: {
    id: 'pipe/shape',
    severity: 'error',
    messages: {
      noSource:
        '{node} reads nothing; connect a queue, a Kinesis stream or a table with a stream to it.',
      twoSources: '{node} has {count} sources, but a pipe reads one; use a pipe for each.',
      noTarget: '{node} delivers nothing; connect it to its target.',
      twoTargets:
        '{node} has {count} targets, but a pipe delivers to one; let it put events on a bus, and use a rule for each.',
      twoEnrichments:
        '{node} has {count} enrichments, but a pipe asks one; let one function or Express workflow ask all.',
    },
    explain:
      'A pipe goes from one point to another: it polls a queue or a stream, drops what its filter does not want, asks one enrichment and delivers to one target. Topics, buckets and buses push what they have, so a queue has to stand before the pipe. For several receivers let the pipe end in an event bus.',
    docs: {
      title: 'Amazon EventBridge Pipes concepts',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-concepts.html',
    },
  },
  on: nodes('pipe'),
  check(pipe, graph, report) {
    const node = named(pipe);
    const sources = graph.incoming(pipe, { mechanism: 'pipe-source' });
    if (sources.length === 0) report({ message: 'noSource', data: { node } });
    else if (sources.length > 1)
      report({ message: 'twoSources', data: { node, count: sources.length } });
    const targets = graph.outgoing(pipe, { mechanism: 'pipe-target' });
    if (targets.length === 0) report({ message: 'noTarget', data: { node } });
    else if (targets.length > 1)
      report({ message: 'twoTargets', data: { node, count: targets.length } });
    const enrichments = graph.outgoing(pipe, { mechanism: 'pipe-enrichment' });
    if (enrichments.length > 1)
      report({ message: 'twoEnrichments', data: { node, count: enrichments.length } });
  },
  examples: {
    good: [
      { title: 'a queue, a pipe and a function', design: whole() },
      {
        title: 'with an enrichment',
        design: whole(
          node('lambda', 'lookup'),
          connection('pipe--lambda--enrichment', 'check', 'lookup'),
        ),
      },
    ],
    bad: [
      { title: 'a pipe alone', design: design(pipe), expect: ['noSource', 'noTarget'] },
      {
        title: 'two queues',
        design: whole(
          node('sqs-queue', 'returns'),
          connection('sqs-queue--pipe', 'returns', 'check'),
        ),
        expect: ['twoSources'],
      },
      {
        title: 'two functions',
        design: whole(node('lambda', 'mailer'), connection('pipe--lambda', 'check', 'mailer')),
        expect: ['twoTargets'],
      },
      {
        title: 'two enrichments',
        design: whole(
          node('lambda', 'lookup'),
          node('lambda', 'prices'),
          connection('pipe--lambda--enrichment', 'check', 'lookup'),
          connection('pipe--lambda--enrichment', 'check', 'prices'),
        ),
        expect: ['twoEnrichments'],
      },
    ],
  },
});
