import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Load balancer target. */
export const targetGroup = defineMechanism({
  id: 'target-group',
  family: 'api',
  title: 'Load balancer target',
  explain: 'Load balancer target.',
  emit: connectionNotExported,
});
