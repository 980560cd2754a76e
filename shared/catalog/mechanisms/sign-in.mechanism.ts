import { defineMechanism } from '../connection.ts';

/** Users sign in; the pool brings its app client and domain along. */
export const signIn = defineMechanism({
  id: 'sign-in',
  family: 'identity',
  onPath: 'last',
  title: 'Sign-in',
  explain:
    'The application sends the user to the login pages, or asks for name and password itself, and gets tokens back. It shows them with every request until they run out, and fetches new ones with the refresh token. It needs the id of the pool and of the app client, which the export gives as outputs.',
});
