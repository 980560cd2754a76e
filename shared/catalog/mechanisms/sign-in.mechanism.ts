import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** User sign-in or exchange of tokens. */
export const signIn = defineMechanism({
  id: 'sign-in',
  family: 'identity',
  title: 'User sign-in or exchange of tokens',
  explain: 'User sign-in or exchange of tokens.',
  emit: connectionNotExported,
});
