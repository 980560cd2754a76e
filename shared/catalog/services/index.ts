import { client } from './client.service.ts';
import { dynamodbTable } from './dynamodb-table.service.ts';
import { lambda } from './lambda.service.ts';
import { sqsQueue } from './sqs-queue.service.ts';

/** All kinds, in the order of the palette. */
export const services = [
  // Actors
  client,
  // Compute
  lambda,
  // Integration
  sqsQueue,
  // Database
  dynamodbTable,
] as const;

/** Every kind of node that this version knows. */
export type Kind = (typeof services)[number]['kind'];
