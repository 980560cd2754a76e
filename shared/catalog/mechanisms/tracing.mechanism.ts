import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** X-Ray traces. */
export const tracing = defineMechanism({
  id: 'tracing',
  family: 'ops',
  onPath: 'never',
  title: 'X-Ray traces',
  explain: 'X-Ray traces.',
  emit: connectionNotExported,
});
