import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** TCP connection inside a VPC. */
export const networkAccess = defineMechanism({
  id: 'network-access',
  family: 'data',
  title: 'TCP connection inside a VPC',
  explain: 'TCP connection inside a VPC.',
  emit: connectionNotExported,
});
