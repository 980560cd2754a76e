import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** CloudWatch Logs subscription filter. */
export const logSubscription = defineMechanism({
  id: 'log-subscription',
  family: 'trigger',
  title: 'CloudWatch Logs subscription filter',
  explain: 'CloudWatch Logs subscription filter.',
  emit: connectionNotExported,
});
