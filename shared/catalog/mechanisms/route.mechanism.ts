import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Route table entry. */
export const route = defineMechanism({
  id: 'route',
  family: 'network',
  title: 'Route table entry',
  explain: 'Route table entry.',
  emit: connectionNotExported,
});
