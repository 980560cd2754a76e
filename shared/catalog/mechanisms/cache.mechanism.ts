import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Read and write through a cache. */
export const cache = defineMechanism({
  id: 'cache',
  family: 'data',
  title: 'Read and write through a cache',
  explain: 'Read and write through a cache.',
  emit: connectionNotExported,
});
