import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Route 53 alias record. */
export const dnsAlias = defineMechanism({
  id: 'dns-alias',
  family: 'edge',
  title: 'Route 53 alias record',
  explain: 'Route 53 alias record.',
  emit: connectionNotExported,
});
