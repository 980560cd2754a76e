import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Connection pooling. */
export const proxy = defineMechanism({
  id: 'proxy',
  family: 'data',
  title: 'Connection pooling',
  explain: 'Connection pooling.',
  emit: connectionNotExported,
});
