import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Firehose delivers to its destination. */
export const streamDelivery = defineMechanism({
  id: 'stream-delivery',
  family: 'stream',
  title: 'Firehose delivers to its destination',
  explain: 'Firehose delivers to its destination.',
  emit: connectionNotExported,
});
