import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Metadata of the Glue Data Catalog. */
export const catalog = defineMechanism({
  id: 'catalog',
  family: 'stream',
  title: 'Metadata of the Glue Data Catalog',
  explain: 'Metadata of the Glue Data Catalog.',
  emit: connectionNotExported,
});
