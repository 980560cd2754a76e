import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { bridgeBetween, bridgeFix, insertFix, isLegal } from '../model/bridge.ts';
import { reversedType } from '../model/reversed.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';

const toward = (kind: string, properties: object, type = `event-rule--${kind}`) =>
  design(
    node('event-rule', 'placed', { eventPattern: { source: ['shop'] } }),
    node(kind, 'target', { ...properties }),
    connection(type, 'placed', 'target'),
  );

export const eventsTargetNotSupported = defineRule({
  meta: {
    id: 'events/target-not-supported',
    severity: 'error',
    messages: {
      refused: 'A rule cannot send to {kind}: {why}',
      bridge: 'A rule cannot send to {kind}; put {bridge} in between.',
      never: 'A rule cannot send to {kind}; remove the connection.',
      fifoTopic:
        'A rule cannot send to a FIFO topic, because it gives no message group; put a Lambda function in between or make the topic standard.',
    },
    explain:
      'EventBridge calls a fixed list of targets. For anything else an API destination (any HTTPS address) or a Lambda function is the bridge. Databases are never direct targets.',
    docs: {
      title: 'Event bus targets in Amazon EventBridge',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
    },
  },
  on: connections({ from: 'event-rule' }),
  check(link, graph, report, { catalog }) {
    const { connection, source, target } = link;
    const remove = removeConnection(catalog, connection);
    if (isLegal(catalog, link)) {
      if (target.kind === 'sns-topic' && graph.boolean(target, 'fifoTopic') === true)
        report({
          message: 'fifoTopic',
          fixes: [...insertFix(graph, catalog, link, ['lambda']), remove],
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
    const fixes = [...bridgeFix(graph, catalog, link, bridge), remove];
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
      {
        title: 'a distribution',
        design: toward('cloudfront', {}),
        expect: ['bridge'],
      },
      {
        title: 'a certificate',
        design: toward('certificate', { domainName: 'example.com' }),
        expect: ['never'],
      },
    ],
  },
});
