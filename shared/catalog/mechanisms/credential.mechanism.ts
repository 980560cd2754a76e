import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Credentials come from a secret. */
export const credential = defineMechanism({
  id: 'credential',
  family: 'data',
  title: 'Credentials come from a secret',
  explain: 'Credentials come from a secret.',
  emit: connectionNotExported,
});
