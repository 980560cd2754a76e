import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** KMS encryption. */
export const encryption = defineMechanism({
  id: 'encryption',
  family: 'ops',
  onPath: 'never',
  title: 'KMS encryption',
  explain: 'KMS encryption.',
  emit: connectionNotExported,
});
