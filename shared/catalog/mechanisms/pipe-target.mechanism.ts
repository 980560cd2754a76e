import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Target of a pipe. */
export const pipeTarget = defineMechanism({
  id: 'pipe-target',
  family: 'event',
  title: 'Target of a pipe',
  explain: 'Target of a pipe.',
  emit: connectionNotExported,
});
