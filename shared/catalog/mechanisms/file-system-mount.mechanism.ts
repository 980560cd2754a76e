import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** NFS mount. */
export const fileSystemMount = defineMechanism({
  id: 'file-system-mount',
  family: 'data',
  title: 'NFS mount',
  explain: 'NFS mount.',
  emit: connectionNotExported,
});
