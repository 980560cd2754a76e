import { connection, design, node } from '../examples.ts';
import { checkTarget, targetExamples } from '../model/listed-targets.ts';
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
    checkTarget(link, graph, report, catalog);
  },
  examples: targetExamples(toward),
});
