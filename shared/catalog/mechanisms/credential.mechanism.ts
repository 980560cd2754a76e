import { defineMechanism } from '../connection.ts';
import { emitAttachment, masterCredentials } from '../rds/credentials.ts';

export interface Credential {
  /** `use`: the source logs in with it, and its kind writes that. `attach`: the secret also learns host and port of the database. */
  readonly as: 'use' | 'attach';
}

/** A user name and password in a secret. */
export const credential = defineMechanism<Credential>({
  id: 'credential',
  family: 'data',
  onPath: 'never',
  title: 'Credentials in a secret',
  explain:
    'User name and password stand in a secret and nowhere else. CloudFormation reads them from there when it makes the database, a proxy reads them when it opens connections. When the secret is attached to the database, it also says host and port, so that one read is enough to connect.',
  emit({ options, source, target }) {
    if (options.as !== 'attach') return;
    const credentials = masterCredentials(target);
    // The database attaches the secret of its master user itself.
    if (credentials.kind === 'drawn' && credentials.secret.id === source.id) return;
    if (target.out.has(target.id)) emitAttachment(target, source.id, true);
  },
});
