import { setConnectionType } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { bridgeBetween, bridgeFix, isLegal } from './bridge.ts';
import { reversedType } from './reversed.ts';

export const modelConnectionNotAllowed = defineRule({
  meta: {
    id: 'model/connection-not-allowed',
    severity: 'error',
    messages: {
      refused: '{from} cannot be connected to {to}: {why}',
      bridge: '{from} cannot be connected to {to}; put {bridge} in between.',
      never: '{from} cannot be connected to {to}; remove the connection.',
      wrongType: '{from} and {to} cannot be connected as "{type}"; make it "{usual}".',
    },
    explain:
      'AWS services only talk to each other along fixed integration paths. If no path exists you normally put a service that can bridge the two in between, most often a Lambda function, an event bus or a queue. The suggestion names a short legal path in the catalog.',
    docs: {
      title: 'Using AWS Lambda with events from other AWS services',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html',
    },
    yieldsTo: [
      'lambda/trigger-not-supported',
      'apigw/http-api-service-integration',
      'edge/cff-no-io',
      'events/target-not-supported',
      'pipe/target-not-supported',
      'appsync/data-source',
      'dax/target',
      'dynamodb/stream-bridge',
      'firehose/shape',
      'rds/event-notification-target',
      'sns/fifo-subscriber',
    ],
  },
  on: connections(),
  check(link, graph, report, { catalog }) {
    const { connection, source, target } = link;
    const [from, to] = [catalog.kind(source.kind), catalog.kind(target.kind)];
    // model/unknown-kind speaks of those.
    if (!from || !to) return;
    if (isLegal(catalog, link)) return;
    const names = { from: from.title, to: to.title };
    const remove = removeConnection(catalog, connection);
    const refusal = catalog
      .refusals(from.kind, to.kind)
      .find(({ level }) => level !== 'conditional' && level !== 'wrong-direction');
    const [usual] = catalog.between(from.kind, to.kind);
    if (usual && !refusal) {
      const known = Object.fromEntries(
        Object.entries(connection.properties).filter(([name]) =>
          Object.hasOwn(usual.properties, name),
        ),
      );
      report({
        message: 'wrongType',
        data: { ...names, type: connection.type, usual: usual.label },
        fixes: [
          {
            title: `Make it "${usual.label}"`,
            edit: setConnectionType(connection.id, usual.id, known),
          },
          remove,
        ],
      });
      return;
    }
    // model/connection-reversed speaks of those.
    if (reversedType(catalog, connection.type, from.kind, to.kind)) return;
    const bridge = bridgeBetween(catalog, from.kind, to.kind);
    if (refusal) {
      report({
        message: 'refused',
        data: { ...names, why: refusal.why },
        fixes: [...bridgeFix(graph, catalog, link, bridge), remove],
      });
      return;
    }
    if (bridge)
      report({
        message: 'bridge',
        data: { ...names, bridge: bridge.words },
        fixes: [...bridgeFix(graph, catalog, link, bridge), remove],
      });
    else report({ message: 'never', data: names, fixes: [remove] });
  },
  examples: {
    good: [
      {
        title: 'a queue that triggers a function',
        design: design(
          node('sqs-queue', 'orders', { visibilityTimeout: 180 }),
          node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
      },
      {
        title: 'an end of unknown kind',
        design: design(
          node('sqs-queue', 'orders'),
          node('lamdba', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
      },
    ],
    bad: [
      {
        title: 'a CloudFront Function that reads a table',
        design: design(
          node('cloudfront-function', 'rewrite', { name: 'rewrite' }),
          node('dynamodb-table', 'items'),
          connection('cloudfront-function--dynamodb-table', 'rewrite', 'items'),
        ),
        expect: ['refused'],
      },
      {
        title: 'a queue that writes into a table',
        design: design(
          node('sqs-queue', 'orders'),
          node('dynamodb-table', 'items'),
          connection('sqs-queue--dynamodb-table', 'orders', 'items'),
        ),
        expect: ['refused'],
      },
      {
        title: 'an event bus that starts a function without a rule',
        design: design(
          node('event-bus', 'shop', { name: 'shop' }),
          node('lambda', 'worker'),
          connection('event-bus--lambda', 'shop', 'worker'),
        ),
        expect: ['refused'],
      },
      {
        title: 'a REST API before a database proxy',
        design: design(
          node('rest-api', 'api', { name: 'api' }),
          node('rds-proxy', 'pool', { dbProxyName: 'pool' }),
          connection('rest-api--rds-proxy', 'api', 'pool'),
        ),
        expect: ['bridge'],
      },
      {
        title: 'two that have nothing to do with each other',
        design: design(
          node('certificate', 'tls', { domainName: 'example.com' }),
          node('sqs-queue', 'orders'),
          connection('certificate--sqs-queue', 'tls', 'orders'),
        ),
        expect: ['never'],
      },
      {
        title: 'a type of another pair',
        design: design(
          node('sqs-queue', 'orders', { visibilityTimeout: 180 }),
          node('lambda', 'worker', { timeout: 30 }),
          connection('sns-topic--lambda', 'orders', 'worker', { filterPolicy: {}, batchSize: 1 }),
        ),
        expect: ['wrongType'],
      },
    ],
  },
});
