import type { ConnectionDefinition } from '../connection.ts';
import { fromLambda } from './from-lambda.ts';
import { fromSqsQueue } from './from-sqs-queue.ts';

/** All connections, by source in the order of the palette. */
export const connections: readonly ConnectionDefinition[] = [...fromLambda, ...fromSqsQueue];
