import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Edge function of a behaviour. */
export const edgeAssociation = defineMechanism({
  id: 'edge-association',
  family: 'edge',
  title: 'Edge function of a behaviour',
  explain: 'Edge function of a behaviour.',
  emit: connectionNotExported,
});
