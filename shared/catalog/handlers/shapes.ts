import type { LinkScope, NodeScope } from '../service.ts';

/** The forms in which events reach a function, in the order in which a handler has to tell them apart. */
export const shapeKinds = [
  'queue',
  'stream',
  'table',
  'bucket',
  'topic',
  'transform',
  'logs',
  'trigger',
  'rotation',
  'authorizer',
  'http-authorizer',
  'websocket',
  'rest',
  'http',
  'event',
  'token',
  'input',
] as const;

export type ShapeKind = (typeof shapeKinds)[number];

/** One form of event and what the handler must heed. */
export interface Shape {
  readonly kind: ShapeKind;
  /** The handler tells which records failed; otherwise one failure fails the batch. */
  readonly partial: boolean;
  /** A record must not overtake one that failed. */
  readonly ordered: boolean;
}

const shape = (kind: ShapeKind, options: Partial<Shape> = {}): Shape => ({
  kind,
  partial: false,
  ordered: false,
  ...options,
});

/** Shapes by the kind that stands at the other end. */
const polled: Readonly<Record<string, ShapeKind>> = {
  'sqs-queue': 'queue',
  'kinesis-stream': 'stream',
  'dynamodb-table': 'table',
  'dynamodb-replica': 'table',
};

const shapeOf = (link: LinkScope, mechanism: string | undefined): Shape | undefined => {
  const { source } = link;
  const from = source.node.kind;
  switch (mechanism) {
    case 'event-source-mapping': {
      const kind = polled[from];
      return (
        kind &&
        shape(kind, {
          partial: link.read('reportBatchItemFailures') === true,
          ordered: kind !== 'queue' || source.read('fifoQueue') === true,
        })
      );
    }
    case 'api-integration':
      if (from === 'websocket-api') return shape('websocket');
      return from === 'http-api' && link.read('payloadFormatVersion') !== '1.0'
        ? shape('http')
        : shape('rest');
    case 'authorizer':
      return from === 'http-api' && link.read('payloadFormatVersion') !== '1.0'
        ? shape('http-authorizer')
        : shape('authorizer');
    case 'subscription':
      return shape('topic');
    case 'push-invoke':
      return from === 's3-bucket' ? shape('bucket') : shape('input');
    case 'eventbridge-target':
      return shape('event');
    case 'subscriber-target':
      return shape(link.read('maxBatchSize') === 1 ? 'event' : 'input');
    case 'trigger':
      return from === 'secret' ? shape('rotation') : shape('trigger');
    case 'transform':
      return shape('transform');
    case 'log-subscription':
      return shape('logs');
    case 'workflow-task':
      return shape(link.read('pattern') === 'wait-for-task-token' ? 'token' : 'input');
    case 'scheduler-target':
    case 'direct-invoke':
    case 'success-destination':
    case 'failure-destination':
      return shape('input');
    default:
      return undefined;
  }
};

/** The forms of event that the drawing sends to a function; plain input when nothing is drawn. */
export const shapesOf = (scope: NodeScope): readonly Shape[] => {
  const found = new Map<ShapeKind, Shape>();
  const add = (item: Shape): void => {
    const present = found.get(item.kind);
    // One handler for several queues: what the strictest of them asks for.
    found.set(
      item.kind,
      present
        ? {
            ...item,
            partial: present.partial || item.partial,
            ordered: present.ordered || item.ordered,
          }
        : item,
    );
  };
  for (const link of scope.links('in', {})) {
    const item = shapeOf(link, scope.graph.mechanism(link.connection));
    if (item) add(item);
  }
  // A function URL sends requests in the form of HTTP APIs.
  if (scope.read('functionUrlAuth') !== 'disabled') add(shape('http'));
  if (found.size === 0) add(shape('input'));
  return shapeKinds.flatMap((kind) => {
    const item = found.get(kind);
    return item ? [item] : [];
  });
};
