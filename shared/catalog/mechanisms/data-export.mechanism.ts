import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Bulk export or query results. */
export const dataExport = defineMechanism({
  id: 'data-export',
  family: 'stream',
  title: 'Bulk export or query results',
  explain: 'Bulk export or query results.',
  emit: connectionNotExported,
});
