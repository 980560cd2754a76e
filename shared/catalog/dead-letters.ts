import type { Connection, Node } from '../graph/graph.ts';
import type { ConnectionScope } from './connection.ts';
import type { NodeScope } from './service.ts';

/**
 * The queue for what a delivery (a subscription, a target of a rule) could not deliver: drawn as a dead-letter
 * arrow that names the delivery in its `reference` property, or chosen in the delivery's own `deadLetterQueue`,
 * or drawn as an arrow that names none and so stands for all deliveries of the source.
 */
export const deadLetterQueueOf = (
  { graph, source, connection, definition }: ConnectionScope,
  reference: string,
): NodeScope | undefined => {
  const arrows = graph.outgoing(source.node, { mechanism: 'dead-letter' });
  const named = arrows.find((arrow) => graph.value(arrow, reference) === connection.id);
  const chosen = Object.hasOwn(definition.properties, 'deadLetterQueue')
    ? graph.nodeRef(connection, 'deadLetterQueue')
    : undefined;
  const general = arrows.find((arrow) => !graph.isSet(arrow, reference));
  const queue: Node | undefined =
    (named && graph.target(named)) ?? chosen ?? (general && graph.target(general));
  return queue && source.scopeOf(queue);
};

/** Lets the service put messages into the dead-letter queue of a delivery; `sam` when the CDK construct does so. */
export const allowDeadLetters = (
  queue: NodeScope,
  source: NodeScope,
  service: string,
  only?: 'sam',
): void =>
  queue.out.allowOn(
    queue.node.id,
    {
      actions: ['sqs:SendMessage'],
      resources: [queue.attribute('arn')],
      principal: { Service: service },
      conditions: { ArnEquals: { 'aws:SourceArn': source.attribute('arn') } },
    },
    only,
  );

/** True when the arrow names a delivery that is not there: then nothing would ever reach the queue. */
export const namesNothing = (scope: ConnectionScope, reference: string): boolean => {
  const { graph, connection } = scope;
  if (!graph.isSet(connection, reference)) return false;
  const named: Connection | undefined = graph.connectionRef(connection, reference);
  return named === undefined || named.from !== connection.from;
};
