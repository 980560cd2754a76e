import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromPipe = refusalsFrom<Kind>('pipe', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'The stream of a table can be the source of a pipe, but a pipe cannot write items; let it invoke a function that does.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'A pipe cannot write objects; Firehose collects its records into objects.',
    instead: ['firehose', 's3-bucket'],
    autofix: 'insert-nodes',
  },
  {
    to: 'external-endpoint',
    level: 'impossible',
    why: 'A pipe calls HTTPS endpoints through an API destination, which knows the credential.',
    instead: ['api-destination', 'external-endpoint'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sns-topic',
    level: 'conditional',
    when: ({ target }) => target('fifoTopic') === true,
    why: 'A pipe gives no message group, so it cannot publish to a FIFO topic.',
    instead: ['lambda', 'sns-topic'],
  },
  {
    to: 'appsync-api',
    level: 'impossible',
    why: 'A pipe has no AppSync API as a target, but a rule has: it runs a mutation for each event.',
    instead: ['event-bus', 'event-rule', 'appsync-api'],
    autofix: 'insert-nodes',
  },
]);
