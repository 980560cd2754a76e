import { allowBesideConstruct } from '../beside-construct.ts';
import { defineMechanism } from '../connection.ts';

/** Tables of the Data Catalog are read or written; the kinds on both sides write the settings themselves. */
export const catalog = defineMechanism({
  id: 'catalog',
  family: 'stream',
  title: 'Metadata of the Glue Data Catalog',
  explain:
    'The Data Catalog holds what tables are called, which columns they have and where their files lie. Whoever reads or writes files looks there first. The files themselves are in S3 and need permissions of their own.',
  emit(scope) {
    const { source, target } = scope;
    allowBesideConstruct(source, scope.statements('source-role'));
    for (const statement of scope.statements('target-role'))
      target.out.allow(target.node.id, statement);
  },
});
