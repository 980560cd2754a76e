import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { bridgeBetween, bridgeFix, insertFix, isLegal } from '../model/bridge.ts';
import { reversedType } from '../model/reversed.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';

const toward = (kind: string, properties: object, type = `pipe--${kind}`) =>
  design(
    node('sqs-queue', 'orders'),
    node('pipe', 'check'),
    node(kind, 'target', { ...properties }),
    connection('sqs-queue--pipe', 'orders', 'check'),
    connection(type, 'check', 'target'),
  );

export const pipeTargetNotSupported = defineRule({
  meta: {
    id: 'pipe/target-not-supported',
    severity: 'error',
    messages: {
      refused: 'A pipe cannot deliver to {kind}: {why}',
      bridge: 'A pipe cannot deliver to {kind}; put {bridge} in between.',
      never: 'A pipe cannot deliver to {kind}; remove the connection.',
      fifoTopic:
        'A pipe cannot deliver to a FIFO topic, because it gives no message group; put a Lambda function in between or make the topic standard.',
    },
    explain:
      'A pipe calls a fixed list of targets, among them functions, workflows, queues, standard topics, streams, buses and APIs. Tables and databases need a function or a workflow in between.',
    docs: {
      title: 'Amazon EventBridge Pipes targets',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html',
    },
  },
  on: connections({ from: 'pipe' }),
  check(link, graph, report, { catalog }) {
    const { connection, source, target } = link;
    if (isLegal(catalog, link)) {
      if (target.kind === 'sns-topic' && graph.boolean(target, 'fifoTopic') === true)
        report({
          message: 'fifoTopic',
          fixes: insertFix(graph, catalog, link, ['lambda']),
        });
      return;
    }
    const pair = [source.kind, target.kind] as const;
    // Of the right kinds but the wrong type, or the wrong way round, speak the rules of the model.
    if (!catalog.kind(target.kind) || catalog.between(...pair).length > 0) return;
    if (reversedType(catalog, connection.type, ...pair)) return;
    const kind = titleOf(catalog, target.kind);
    const [refusal] = catalog.refusals(...pair);
    const bridge = bridgeBetween(catalog, ...pair);
    const fixes = [
      ...bridgeFix(graph, catalog, link, bridge),
      removeConnection(catalog, connection),
    ];
    if (refusal) report({ message: 'refused', data: { kind, why: refusal.why }, fixes });
    else if (bridge) report({ message: 'bridge', data: { kind, bridge: bridge.words }, fixes });
    else report({ message: 'never', data: { kind }, fixes });
  },
  examples: {
    good: [
      { title: 'a workflow', design: toward('state-machine', {}) },
      {
        title: 'a topic whose type nobody knows',
        design: toward('sns-topic', { fifoTopic: { Ref: 'Ordered' } }),
      },
      {
        title: 'the right kinds under another name',
        design: toward('lambda', {}, 'sns-topic--lambda'),
      },
    ],
    bad: [
      { title: 'a table', design: toward('dynamodb-table', {}), expect: ['refused'] },
      {
        title: 'a FIFO topic',
        design: toward('sns-topic', { fifoTopic: true }),
        expect: ['fifoTopic'],
      },
      { title: 'a distribution', design: toward('cloudfront', {}), expect: ['bridge'] },
      {
        title: 'a certificate',
        design: toward('certificate', { domainName: 'example.com' }),
        expect: ['never'],
      },
    ],
  },
});
