import { flag } from '../../lib/typescript/syntax.ts';
import { allowBesideConstruct } from '../beside-construct.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { NodeScope } from '../service.ts';

export interface Backup {
  /**
   * Who copies: a delivery stream, whose kind writes the setting, or AWS Backup, whose plan gathers its arrows. A
   * bucket in a plan keeps versions.
   */
  readonly by: 'stream' | 'plan' | 'plan-with-versions';
  /** What the target must be like; a text that says what is wrong, for people. */
  readonly refuses?: (target: NodeScope) => string | undefined;
}

/** A copy is kept in a second place. */
export const backup = defineMechanism<Backup>({
  id: 'backup',
  family: 'ops',
  onPath: 'never',
  title: 'Backup',
  explain:
    'A copy goes to a second place, so that nothing is lost when the first one fails or code on the way has changed too much. AWS Backup copies by a plan, into a vault. A delivery stream keeps in a bucket the records that could not be delivered, or all of them as they came in.',
  emit(scope) {
    const { source, options } = scope;
    const refused = options.refuses?.(scope.target);
    if (refused !== undefined) {
      source.out.problem(refused);
      return;
    }
    allowBesideConstruct(source, scope.statements('source-role'));
    if (options.by === 'plan-with-versions') keepVersions(scope);
  },
});

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html#s3-backup-prerequisites */
const keepVersions = ({ target }: ConnectionScope): void => {
  target.out.set(target.id, 'VersioningConfiguration', { Status: 'Enabled' });
  target.out.props(target.id, { versioned: flag(true) });
};
