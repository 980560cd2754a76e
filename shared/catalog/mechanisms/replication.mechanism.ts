import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Replication or zero-ETL mirror. */
export const replication = defineMechanism({
  id: 'replication',
  family: 'stream',
  title: 'Replication or zero-ETL mirror',
  explain: 'Replication or zero-ETL mirror.',
  emit: connectionNotExported,
});
