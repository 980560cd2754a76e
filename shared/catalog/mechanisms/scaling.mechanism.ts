import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Auto scaling. */
export const scaling = defineMechanism({
  id: 'scaling',
  family: 'ops',
  onPath: 'never',
  title: 'Auto scaling',
  explain: 'Auto scaling.',
  emit: connectionNotExported,
});
