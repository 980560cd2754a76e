import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Route or method integration of an API. */
export const apiIntegration = defineMechanism({
  id: 'api-integration',
  family: 'api',
  title: 'Route or method integration of an API',
  explain: 'Route or method integration of an API.',
  emit: connectionNotExported,
});
