import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Source of a pipe. */
export const pipeSource = defineMechanism({
  id: 'pipe-source',
  family: 'event',
  title: 'Source of a pipe',
  explain: 'Source of a pipe.',
  emit: connectionNotExported,
});
