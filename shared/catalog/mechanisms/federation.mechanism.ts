import type { Federation } from '../cognito/federation.ts';
import { writePoolProvider } from '../cognito/pool-provider.ts';
import { loginNames, writeIamProvider } from '../cognito/providers.ts';
import { defineMechanism } from '../connection.ts';

/** One side believes the other when it says who somebody is. */
export const federation = defineMechanism<Federation>({
  id: 'federation',
  family: 'identity',
  title: 'Identity federation',
  explain:
    'The users sign in where they are known already, and that provider gives them a signed statement about who they are. The side that the arrow leads to has been told to believe such statements, made out for one application, and gives tokens or credentials of its own in exchange. It never sees a password.',
  /* Identity pools and roles list all who vouch for their users by themselves. */
  emit(scope) {
    const { source, options } = scope;
    if (options.from === 'user-pool') return;
    if (options.into === 'user-pool') writePoolProvider(scope);
    else if (loginNames[String(source.read('protocol'))] === undefined) writeIamProvider(source);
  },
});
