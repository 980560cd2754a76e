import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-enrichment.html */
const maximumSeconds = 300;

const asks = (kind: string, properties: object) =>
  design(
    node('sqs-queue', 'orders'),
    node('pipe', 'check'),
    node('event-bus', 'bus'),
    node(kind, 'lookup', { ...properties }),
    connection('sqs-queue--pipe', 'orders', 'check'),
    connection('pipe--event-bus', 'check', 'bus'),
    connection(`pipe--${kind}--enrichment`, 'check', 'lookup'),
  );

export const pipeEnrichmentKind = defineRule({
  meta: {
    id: 'pipe/enrichment',
    severity: 'error',
    messages: {
      standard:
        '{node} waits for the answer of {target}, which only Express workflows give; make it an Express workflow.',
      slow: {
        text: '{target} may run for {seconds} s, but {node} waits 300 s for its enrichment; shorten the timeout.',
        severity: 'warning',
      },
    },
    explain:
      'The pipe waits for the enrichment and delivers its answer. A Standard workflow gives none, it only says that it has begun; an Express workflow answers with its output. The answer must come within five minutes and may be 6 MB.',
    docs: {
      title: 'Event enrichment in Amazon EventBridge Pipes',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-enrichment.html',
    },
  },
  on: connections({ type: ['pipe--state-machine--enrichment', 'pipe--lambda--enrichment'] }),
  check({ source, target }, graph, report) {
    const data = { node: named(source), target: named(target) };
    if (target.kind === 'state-machine') {
      if (graph.text(target, 'stateMachineType') === 'STANDARD')
        report({
          message: 'standard',
          data,
          fixes: [
            {
              title: `Make ${named(target)} an Express workflow`,
              edit: setProperty(target.id, 'stateMachineType', 'EXPRESS'),
            },
          ],
        });
      return;
    }
    if (target.kind !== 'lambda') return;
    const seconds = graph.number(target, 'timeout');
    if (seconds !== undefined && seconds > maximumSeconds)
      report({
        message: 'slow',
        data: { ...data, seconds },
        fixes: [
          {
            title: `Set its timeout to ${maximumSeconds} s`,
            edit: setProperty(target.id, 'timeout', maximumSeconds),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'a function', design: asks('lambda', { timeout: 300 }) },
      {
        title: 'a function whose timeout nobody knows',
        design: asks('lambda', { timeout: { Ref: 'T' } }),
      },
      {
        title: 'an Express workflow',
        design: asks('state-machine', { stateMachineType: 'EXPRESS' }),
      },
      {
        title: 'a workflow whose type nobody knows',
        design: asks('state-machine', { stateMachineType: { Ref: 'Type' } }),
      },
    ],
    bad: [
      { title: 'a Standard workflow', design: asks('state-machine', {}), expect: ['standard'] },
      {
        title: 'a function that may take ten minutes',
        design: asks('lambda', { timeout: 600 }),
        expect: ['slow'],
      },
    ],
  },
});
