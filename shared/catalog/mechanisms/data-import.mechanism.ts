import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Bulk load. */
export const dataImport = defineMechanism({
  id: 'data-import',
  family: 'stream',
  title: 'Bulk load',
  explain: 'Bulk load.',
  emit: connectionNotExported,
});
