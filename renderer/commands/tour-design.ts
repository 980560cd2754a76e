import type { Design } from '../../shared/model/design.ts';
import { parseDesign } from '../../shared/model/parse.ts';

/** The queue from which the tour draws a line: few things can take one. */
export const tourQueue = 'emails';

/** The function whose properties the tour shows. */
export const tourFunction = 'place-order';

const text = JSON.stringify({
  formatVersion: 1,
  name: 'Tour',
  region: 'eu-west-1',
  stage: 'dev',
  nodes: [
    {
      id: 'web-shop',
      kind: 'client',
      name: 'Web shop',
      position: { x: 0, y: 0 },
      properties: {},
    },
    {
      id: 'orders-api',
      kind: 'rest-api',
      name: 'Orders API',
      position: { x: 300, y: 0 },
      properties: { name: 'orders' },
    },
    {
      id: tourFunction,
      kind: 'lambda',
      name: 'Place order',
      position: { x: 600, y: 0 },
      properties: { memorySize: 512, timeout: 10 },
    },
    {
      id: 'orders',
      kind: 'dynamodb-table',
      name: 'Orders',
      position: { x: 600, y: 170 },
      properties: { partitionKey: { name: 'orderId', type: 'S' } },
    },
    {
      id: tourQueue,
      kind: 'sqs-queue',
      name: 'Emails',
      position: { x: 300, y: 170 },
      // Shorter than its consumer may run: the fault that the tour shows.
      properties: { visibilityTimeout: 20 },
    },
    {
      id: 'send-email',
      kind: 'lambda',
      name: 'Send email',
      position: { x: 0, y: 170 },
      properties: { memorySize: 512, timeout: 60 },
    },
  ],
  connections: [
    {
      id: 'web-shop--orders-api',
      type: 'client--rest-api',
      from: 'web-shop',
      to: 'orders-api',
      properties: {},
    },
    {
      id: 'orders-api--place-order',
      type: 'rest-api--lambda',
      from: 'orders-api',
      to: tourFunction,
      properties: { method: 'POST', path: '/orders' },
    },
    {
      id: 'place-order--orders',
      type: 'lambda--dynamodb-table',
      from: tourFunction,
      to: 'orders',
      properties: { access: 'write' },
    },
    {
      id: 'emails--send-email',
      type: 'sqs-queue--lambda',
      from: tourQueue,
      to: 'send-email',
      properties: {},
    },
  ],
});

/** What the tour points at: small enough for any window, with room for one more line and with one fault. */
export const tourDesign = (): Design => {
  const parsed = parseDesign(text);
  if (!parsed.ok) throw new Error(`The tour cannot be read: ${parsed.error[0]?.message ?? ''}`);
  return parsed.value.design;
};
