import { defineMechanism } from '../connection.ts';

/** AWS services report on the default bus by themselves; a bucket switches it on in its own file. */
export const eventSource = defineMechanism({
  id: 'event-source',
  family: 'event',
  title: 'Events of an AWS service',
  explain:
    'Many AWS services tell the default event bus of the account what happens to their resources. Nothing has to be connected: the events are there, and a rule with the right source picks them. S3 tells only of buckets where this is switched on.',
});
