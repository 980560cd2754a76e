import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** TLS certificate. */
export const certificate = defineMechanism({
  id: 'certificate',
  family: 'edge',
  title: 'TLS certificate',
  explain: 'TLS certificate.',
  emit: connectionNotExported,
});
