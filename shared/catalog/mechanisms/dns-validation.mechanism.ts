import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Validation records. */
export const dnsValidation = defineMechanism({
  id: 'dns-validation',
  family: 'edge',
  title: 'Validation records',
  explain: 'Validation records.',
  emit: connectionNotExported,
});
