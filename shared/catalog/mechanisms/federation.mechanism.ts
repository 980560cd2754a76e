import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Identity federation. */
export const federation = defineMechanism({
  id: 'federation',
  family: 'identity',
  title: 'Identity federation',
  explain: 'Identity federation.',
  emit: connectionNotExported,
});
