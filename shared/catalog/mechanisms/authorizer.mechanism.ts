import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Authorizer. */
export const authorizer = defineMechanism({
  id: 'authorizer',
  family: 'api',
  title: 'Authorizer',
  explain: 'Authorizer.',
  emit: connectionNotExported,
});
