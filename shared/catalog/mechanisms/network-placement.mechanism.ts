import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Node lives in a container. */
export const networkPlacement = defineMechanism({
  id: 'network-placement',
  family: 'network',
  title: 'Node lives in a container',
  explain: 'Node lives in a container.',
  emit: connectionNotExported,
});
