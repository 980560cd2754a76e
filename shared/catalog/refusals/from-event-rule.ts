import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromEventRule = refusalsFrom<Kind>('event-rule', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'DynamoDB is not a rule target.',
    instead: ['lambda', 'dynamodb-table'],
    alternative: 'state-machine',
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'S3 is not a rule target; Firehose archives events to S3.',
    instead: ['firehose', 's3-bucket'],
    autofix: 'insert-nodes',
  },
  {
    to: 'external-endpoint',
    level: 'impossible',
    why: 'A rule calls HTTP endpoints through an API destination with a connection.',
    instead: ['api-destination', 'external-endpoint'],
    autofix: 'insert-nodes',
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'A database is not a rule target.',
    instead: ['lambda', 'rds-proxy', 'rds-instance'],
  },
  {
    to: 'websocket-api',
    level: 'impossible',
    why: 'Rules cannot post to WebSocket clients.',
    instead: ['lambda', 'websocket-api'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sns-topic',
    level: 'conditional',
    why: 'Rules of a classic bus do not deliver to FIFO topics.',
    when: ({ target }) => target('fifoTopic') === true,
    instead: ['lambda', 'sns-topic'],
    autofix: 'insert-nodes',
  },
  {
    to: 'pipe',
    level: 'impossible',
    why: 'A rule cannot feed a pipe; let it send to a queue that feeds the pipe.',
    instead: ['sqs-queue', 'pipe'],
    autofix: 'insert-nodes',
  },
  {
    to: 'ses-identity',
    level: 'impossible',
    why: 'A rule cannot send mail; let it invoke a function that does.',
    instead: ['lambda', 'ses-identity'],
    alternative: 'sns-topic',
    autofix: 'insert-nodes',
  },
  {
    to: 'glue-job',
    level: 'impossible',
    why: 'Rules start Glue workflows, but not jobs. A state machine in between runs the job and hears how it ended.',
    instead: ['state-machine', 'glue-job'],
    alternative: 'At set times a schedule starts the job itself.',
    autofix: 'insert-nodes',
  },
  {
    to: 'ec2-instance',
    level: 'impossible',
    why: 'The stop, reboot and terminate targets exist in the console only, not in CloudFormation.',
    instead: ['lambda', 'ec2-instance'],
    autofix: 'insert-nodes',
  },
]);
