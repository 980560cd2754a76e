import {
  connectionId,
  exampleConnection,
  exampleDesign,
  exampleNode,
  nodeId,
} from './example-design.ts';

export const api = nodeId('api');
export const fn = nodeId('fn');
export const queue = nodeId('queue');
export const worker = nodeId('worker');
export const vpc = nodeId('vpc');
export const subnet = nodeId('subnet');
/** A node that is not in the design. */
export const nobody = nodeId('nobody');
/** The connection from fn to queue. */
export const link = connectionId('fn--queue');

/** api -> fn -> queue -> worker; worker stands in a subnet of a VPC. */
export const orderDesign = exampleDesign(
  [
    exampleNode('api', { kind: 'http-api' }),
    exampleNode('fn', { position: { x: 200, y: 10 }, properties: { timeout: 30 } }),
    exampleNode('queue', { kind: 'sqs-queue', position: { x: 400, y: 30 } }),
    exampleNode('vpc', {
      kind: 'vpc',
      position: { x: 600, y: 0 },
      size: { width: 500, height: 400 },
    }),
    exampleNode('subnet', {
      kind: 'subnet',
      position: { x: 20, y: 40 },
      size: { width: 300, height: 300 },
      parent: vpc,
    }),
    exampleNode('worker', { position: { x: 30, y: 50 }, parent: subnet }),
  ],
  [
    exampleConnection('api', 'fn'),
    exampleConnection('fn', 'queue'),
    exampleConnection('queue', 'worker'),
  ],
);
