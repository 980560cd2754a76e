import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Topic subscription. */
export const subscription = defineMechanism({
  id: 'subscription',
  family: 'trigger',
  title: 'Topic subscription',
  explain: 'Topic subscription.',
  emit: connectionNotExported,
});
