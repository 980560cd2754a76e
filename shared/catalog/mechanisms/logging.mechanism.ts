import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Log delivery. */
export const logging = defineMechanism({
  id: 'logging',
  family: 'ops',
  title: 'Log delivery',
  explain: 'Log delivery.',
  emit: connectionNotExported,
});
