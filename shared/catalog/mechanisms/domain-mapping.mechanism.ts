import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Custom domain to API mapping. */
export const domainMapping = defineMechanism({
  id: 'domain-mapping',
  family: 'api',
  title: 'Custom domain to API mapping',
  explain: 'Custom domain to API mapping.',
  emit: connectionNotExported,
});
