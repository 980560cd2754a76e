import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { bridgeBetween, bridgeFix, isLegal } from '../model/bridge.ts';
import { reversedType } from '../model/reversed.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';

export const lambdaTriggerNotSupported = defineRule({
  meta: {
    id: 'lambda/trigger-not-supported',
    severity: 'error',
    messages: {
      refused: '{kind} cannot invoke a Lambda function: {why}',
      bridge: '{kind} cannot invoke a Lambda function; put {bridge} in between.',
      never: '{kind} cannot invoke a Lambda function; remove the connection.',
    },
    explain:
      'Lambda runs only when somebody calls its Invoke API. A service either calls it directly, leaves an event with it, or Lambda polls the service. Services that do none of these need a bridge, usually a rule on the events that they send.',
    docs: {
      title: 'Invoking Lambda with events from other AWS services',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html',
    },
    overlaps: ['W3664'],
  },
  on: connections({ to: 'lambda' }),
  check(link, graph, report, { catalog }) {
    const { connection, source, target } = link;
    const from = catalog.kind(source.kind);
    if (!from || isLegal(catalog, link)) return;
    // Of the right kinds but the wrong type, or the wrong way round, speak the rules of the model.
    if (catalog.between(source.kind, target.kind).length > 0) return;
    if (reversedType(catalog, connection.type, source.kind, target.kind)) return;
    const remove = removeConnection(catalog, connection);
    const [refusal] = catalog.refusals(source.kind, target.kind);
    const bridge = bridgeBetween(catalog, source.kind, target.kind);
    const fixes = [...bridgeFix(graph, catalog, link, bridge), remove];
    const data = { kind: from.title };
    if (refusal) report({ message: 'refused', data: { ...data, why: refusal.why }, fixes });
    else if (bridge) report({ message: 'bridge', data: { ...data, bridge: bridge.words }, fixes });
    else report({ message: 'never', data, fixes });
  },
  examples: {
    good: [
      {
        title: 'a bucket that invokes a function',
        design: design(
          node('s3-bucket', 'uploads'),
          node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
          connection('s3-bucket--lambda', 'uploads', 'worker'),
        ),
      },
      {
        title: 'the right ends under another name',
        design: design(
          node('s3-bucket', 'uploads'),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'uploads', 'worker'),
        ),
      },
      {
        title: 'an end of unknown kind',
        design: design(
          node('redis', 'cache'),
          node('lambda', 'worker'),
          connection('redis--lambda', 'cache', 'worker'),
        ),
      },
    ],
    bad: [
      {
        title: 'an event bus without a rule',
        design: design(
          node('event-bus', 'shop', { name: 'shop' }),
          node('lambda', 'worker'),
          connection('event-bus--lambda', 'shop', 'worker'),
        ),
        expect: ['refused'],
      },
      {
        title: 'a function at the edge',
        design: design(
          node('lambda-edge', 'header', { eventType: 'origin-request' }),
          node('lambda', 'worker'),
          connection('lambda-edge--lambda', 'header', 'worker'),
        ),
        expect: ['bridge'],
      },
      {
        title: 'a NAT gateway',
        design: design(
          node('nat-gateway', 'nat'),
          node('lambda', 'worker'),
          connection('nat-gateway--lambda', 'nat', 'worker'),
        ),
        expect: ['never'],
      },
    ],
  },
});
