import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Continuous stream of records. */
export const stream = defineMechanism({
  id: 'stream',
  family: 'stream',
  title: 'Continuous stream of records',
  explain: 'Continuous stream of records.',
  emit: connectionNotExported,
});
