import { defineMechanism } from '../connection.ts';
import type { EdgeAssociation } from '../edge/distribution.ts';

/** Code that runs at the edge for the requests of a behaviour; the distribution names it. */
export const edgeAssociation = defineMechanism<EdgeAssociation>({
  id: 'edge-association',
  family: 'edge',
  onPath: 'last',
  title: 'Edge function',
  explain:
    'CloudFront runs the function while it handles a request: when the viewer asks, before it asks the origin, when the origin answers, or before the viewer gets the answer. The function may change what passes, or answer by itself. Viewer events run for every request, origin events only when the answer is not in the cache.',
});
