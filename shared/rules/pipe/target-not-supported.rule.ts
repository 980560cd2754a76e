import { connection, design, node } from '../examples.ts';
import { checkTarget, targetExamples } from '../model/listed-targets.ts';
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
    checkTarget(link, graph, report, catalog, true);
  },
  examples: targetExamples(toward),
});
