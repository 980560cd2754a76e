import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** CloudFront origin. */
export const origin = defineMechanism({
  id: 'origin',
  family: 'edge',
  title: 'CloudFront origin',
  explain: 'CloudFront origin.',
  emit: connectionNotExported,
});
