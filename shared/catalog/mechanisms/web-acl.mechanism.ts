import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** WAF association. */
export const webAcl = defineMechanism({
  id: 'web-acl',
  family: 'edge',
  onPath: 'never',
  title: 'WAF association',
  explain: 'WAF association.',
  emit: connectionNotExported,
});
