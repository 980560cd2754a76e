import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** On-failure destination. */
export const failureDestination = defineMechanism({
  id: 'failure-destination',
  family: 'failure',
  title: 'On-failure destination',
  explain: 'On-failure destination.',
  emit: connectionNotExported,
});
