import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Enrichment of a pipe. */
export const pipeEnrichment = defineMechanism({
  id: 'pipe-enrichment',
  family: 'event',
  onPath: 'last',
  title: 'Enrichment of a pipe',
  explain: 'Enrichment of a pipe.',
  emit: connectionNotExported,
});
