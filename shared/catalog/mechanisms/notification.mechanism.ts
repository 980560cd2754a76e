import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Service notification to a topic or stream. */
export const notification = defineMechanism({
  id: 'notification',
  family: 'event',
  title: 'Service notification to a topic or stream',
  explain: 'Service notification to a topic or stream.',
  emit: connectionNotExported,
});
