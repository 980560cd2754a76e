import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Role used by the node. */
export const identity = defineMechanism({
  id: 'identity',
  family: 'identity',
  onPath: 'never',
  title: 'Role used by the node',
  explain: 'Role used by the node.',
  emit: connectionNotExported,
});
