import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** On-success destination. */
export const successDestination = defineMechanism({
  id: 'success-destination',
  family: 'failure',
  title: 'On-success destination',
  explain: 'On-success destination.',
  emit: connectionNotExported,
});
