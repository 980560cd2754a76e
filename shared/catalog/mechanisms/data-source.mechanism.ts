import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Resolver or job reads from the node. */
export const dataSource = defineMechanism({
  id: 'data-source',
  family: 'data',
  title: 'Resolver or job reads from the node',
  explain: 'Resolver or job reads from the node.',
  emit: connectionNotExported,
});
