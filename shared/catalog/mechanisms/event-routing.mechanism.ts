import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Bus to rule or subscriber. */
export const eventRouting = defineMechanism({
  id: 'event-routing',
  family: 'event',
  title: 'Bus to rule or subscriber',
  explain: 'Bus to rule or subscriber.',
  emit: connectionNotExported,
});
