import { defineMechanism } from '../connection.ts';

/** A message that the other side did not ask for. Whoever sends it needs the permission; the arrow has none. */
export const pushMessage = defineMechanism({
  id: 'push-message',
  family: 'event',
  title: 'Pushed message',
  explain:
    'The message comes without being asked for: over a line that a client opened before, or as a mail or a text message. With a WebSocket API a function asks for it, by the number of the connection, and needs the permission for that: draw an arrow from the function to the API.',
});
