import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Message pushed to a client or person. */
export const pushMessage = defineMechanism({
  id: 'push-message',
  family: 'event',
  title: 'Message pushed to a client or person',
  explain: 'Message pushed to a client or person.',
  emit: connectionNotExported,
});
