import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Rule or subscriber delivers to a target. */
export const eventbridgeTarget = defineMechanism({
  id: 'eventbridge-target',
  family: 'event',
  title: 'Rule or subscriber delivers to a target',
  explain: 'Rule or subscriber delivers to a target.',
  emit: connectionNotExported,
});
