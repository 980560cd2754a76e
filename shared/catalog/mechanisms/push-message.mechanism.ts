import { defineMechanism } from '../connection.ts';

/** A message that the other side did not ask for. Whoever sends it needs the permission; the arrow has none. */
export const pushMessage = defineMechanism({
  id: 'push-message',
  family: 'event',
  title: 'Pushed message',
  explain:
    'The message goes to the client over a line that the client opened before. A function asks the API to send it, by the number of the connection, and needs the permission for that: draw an arrow from the function to the API. Nothing else has to be deployed.',
});
