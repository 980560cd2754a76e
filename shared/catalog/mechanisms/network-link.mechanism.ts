import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** VPN, Direct Connect or peering. */
export const networkLink = defineMechanism({
  id: 'network-link',
  family: 'network',
  title: 'VPN, Direct Connect or peering',
  explain: 'VPN, Direct Connect or peering.',
  emit: connectionNotExported,
});
