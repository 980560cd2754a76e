import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Own worker polls the source. */
export const workerPoll = defineMechanism({
  id: 'worker-poll',
  family: 'trigger',
  title: 'Own worker polls the source',
  explain: 'Own worker polls the source.',
  emit: connectionNotExported,
});
