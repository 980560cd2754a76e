import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Other DNS relation. */
export const dnsRecord = defineMechanism({
  id: 'dns-record',
  family: 'edge',
  title: 'Other DNS relation',
  explain: 'Other DNS relation.',
  emit: connectionNotExported,
});
