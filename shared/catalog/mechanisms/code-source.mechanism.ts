import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Code or image of the node. */
export const codeSource = defineMechanism({
  id: 'code-source',
  family: 'ops',
  title: 'Code or image of the node',
  explain: 'Code or image of the node.',
  emit: connectionNotExported,
});
