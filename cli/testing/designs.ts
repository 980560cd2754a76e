import { connection, design, node, settings } from '../../shared/rules/examples.ts';

/** A queue that hides messages for a shorter time than its function may run: one error, which has a fix. */
export const broken = design(
  settings({ name: 'Orders' }),
  node('sqs-queue', 'orders', { visibilityTimeout: 30 }),
  node('lambda', 'worker', { timeout: 60 }),
  connection('sqs-queue--lambda', 'orders', 'worker', {}, 'feed'),
);

/** The same, but right. */
export const sound = design(
  settings({ name: 'Orders' }),
  node('sqs-queue', 'orders', { visibilityTimeout: 360 }),
  node('lambda', 'worker', { timeout: 60 }),
  connection('sqs-queue--lambda', 'orders', 'worker', {}, 'feed'),
);
