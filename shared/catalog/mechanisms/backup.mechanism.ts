import { defineMechanism } from '../connection.ts';

/** A delivery stream keeps records in a bucket besides; the stream's kind writes the setting. */
export const backup = defineMechanism({
  id: 'backup',
  family: 'ops',
  onPath: 'never',
  title: 'Backup',
  explain:
    'A copy goes to a second place, so that nothing is lost when the first one fails or code on the way has changed too much. For a delivery stream that is a bucket: it gets the records that could not be delivered, or all of them as they came in.',
  emit(scope) {
    const { source } = scope;
    // The L2 destination grants the CDK's role what it needs.
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement, 'sam');
  },
});
