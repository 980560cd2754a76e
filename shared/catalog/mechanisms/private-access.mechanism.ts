import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Access through an endpoint or VPC link. */
export const privateAccess = defineMechanism({
  id: 'private-access',
  family: 'network',
  title: 'Access through an endpoint or VPC link',
  explain: 'Access through an endpoint or VPC link.',
  emit: connectionNotExported,
});
