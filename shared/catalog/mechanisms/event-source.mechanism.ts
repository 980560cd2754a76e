import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Service publishes events to a bus. */
export const eventSource = defineMechanism({
  id: 'event-source',
  family: 'event',
  title: 'Service publishes events to a bus',
  explain: 'Service publishes events to a bus.',
  emit: connectionNotExported,
});
