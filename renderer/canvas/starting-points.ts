import { serviceOf } from '../../shared/catalog/catalog.ts';
import { cardSize } from '../../shared/catalog/node-size.ts';
import type { Json } from '../../shared/lib/json.ts';
import { addNode, connect, type Edit, sequence } from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { freshConnectionId, freshNodeId } from '../../shared/model/new-design.ts';

/** A first few services, put on the empty canvas by one click. */
export interface StartingPoint {
  readonly title: string;
  /** What it draws, for people. */
  readonly says: string;
  /** Kinds from left to right; each is connected to the next by a connection of this type. */
  readonly nodes: readonly {
    readonly kind: string;
    readonly name: string;
    readonly properties?: Readonly<Record<string, Json>>;
    readonly reachedBy?: string;
    readonly connection?: Readonly<Record<string, Json>>;
  }[];
}

export const startingPoints: readonly StartingPoint[] = [
  {
    title: 'An API',
    says: 'HTTP API, Lambda function, DynamoDB table',
    nodes: [
      { kind: 'http-api', name: 'Order API', properties: { name: 'orders' } },
      {
        kind: 'lambda',
        name: 'Create order',
        reachedBy: 'http-api--lambda',
        connection: { method: 'POST', path: '/orders' },
      },
      { kind: 'dynamodb-table', name: 'Orders', reachedBy: 'lambda--dynamodb-table' },
    ],
  },
  {
    title: 'A worker',
    says: 'SQS queue, Lambda function, S3 bucket',
    nodes: [
      { kind: 'sqs-queue', name: 'Jobs', properties: { visibilityTimeout: 180 } },
      { kind: 'lambda', name: 'Worker', reachedBy: 'sqs-queue--lambda' },
      { kind: 's3-bucket', name: 'Results', reachedBy: 'lambda--s3-bucket' },
    ],
  },
  {
    title: 'A nightly job',
    says: 'Schedule, Lambda function, SNS topic',
    nodes: [
      {
        kind: 'schedule',
        name: 'Every night',
        properties: { scheduleExpression: 'cron(0 3 * * ? *)' },
      },
      { kind: 'lambda', name: 'Nightly job', reachedBy: 'schedule--lambda' },
      { kind: 'sns-topic', name: 'Job reports', reachedBy: 'lambda--sns-topic' },
    ],
  },
];

const apart = 96;

/** Draws a starting point in a row around a point of the canvas, with new functions on the given runtime. */
export const drawStartingPoint =
  (
    point: StartingPoint,
    middle: { readonly x: number; readonly y: number },
    runtime: string,
  ): Edit =>
  (design) => {
    const { width, height } = cardSize;
    const count = point.nodes.length;
    const left = middle.x - (count * width + (count - 1) * apart) / 2;
    const round = (value: number): number => Math.round(value / 8) * 8;
    let drawn = design;
    let before: NodeId | undefined;
    for (const [at, { kind, name, properties, reachedBy, connection }] of point.nodes.entries()) {
      if (!serviceOf(kind)) continue;
      const id = freshNodeId(drawn, name);
      const steps: Edit[] = [
        addNode({
          id,
          kind,
          name,
          position: { x: round(left + at * (width + apart)), y: round(middle.y - height / 2) },
          properties: { ...properties, ...(kind === 'lambda' && { runtime }) },
        }),
      ];
      if (before !== undefined && reachedBy !== undefined)
        steps.push(
          connect({
            id: freshConnectionId(drawn, before, id),
            type: reachedBy,
            from: before,
            to: id,
            properties: connection ?? {},
          }),
        );
      drawn = sequence(...steps)(drawn);
      before = id;
    }
    return drawn;
  };
