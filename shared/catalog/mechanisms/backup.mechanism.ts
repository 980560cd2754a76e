import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Backup. */
export const backup = defineMechanism({
  id: 'backup',
  family: 'ops',
  title: 'Backup',
  explain: 'Backup.',
  emit: connectionNotExported,
});
