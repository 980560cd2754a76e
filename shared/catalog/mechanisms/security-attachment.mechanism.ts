import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Security group attached or rule between groups. */
export const securityAttachment = defineMechanism({
  id: 'security-attachment',
  family: 'network',
  title: 'Security group attached or rule between groups',
  explain: 'Security group attached or rule between groups.',
  emit: connectionNotExported,
});
